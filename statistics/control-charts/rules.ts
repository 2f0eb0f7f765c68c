/**
 * The four rules by which a chart says "this is not everyday variation" (rule set mdc-2023-7).
 *
 *   outside       a point beyond a limit
 *   trend         seven points rising or falling; a tie neither adds nor breaks
 *   two-of-three  of three points in a row on one side of the mean, two or more beyond a near limit
 *   shift         seven points in a row on one side of the mean; a point on the mean breaks it
 *
 * Each rule looks at the points of one baseline phase, gaps closed. On a line is not beyond it. All four together, on
 * the side of concern, with a 24-point baseline, give a 29% chance of at least one false signal in 36 months of one
 * chart: a chart shows, it does not accuse.
 *
 * Source: the rule set of the English health service's "Making data count" (2023), stated anew; trend and shift go back
 * to the Western Electric Statistical Quality Control Handbook (1956), pp. 25–28.
 */
import { areEqual, beyond, type Limits, type Side, sideOf } from './limits.ts';

export const ruleSetVersion = 'mdc-2023-7';

export type Rule = 'outside' | 'trend' | 'two-of-three' | 'shift';

/** What a rule says of a point: for a trend, `above` is rising and `below` falling. */
export interface Signal {
  readonly rule: Rule;
  readonly side: Side;
}

/** A point with a value, and the limits that hold where it lies. */
export interface LimitedValue {
  readonly value: number;
  readonly limits: Limits;
}

const runLength = 7;

/** Stretches of neighbours on one side, as [first, last] places. Null breaks a stretch. */
const stretches = (sides: readonly (Side | null)[]): { side: Side; from: number; to: number }[] => {
  const found: { side: Side; from: number; to: number }[] = [];
  for (const [place, side] of sides.entries()) {
    const last = found.at(-1);
    if (side === null) continue;
    if (last?.side === side && last.to === place - 1) last.to = place;
    else found.push({ side, from: place, to: place });
  }
  return found;
};

type Flag = (place: number, signal: Signal) => void;

const outside = (points: readonly LimitedValue[], flag: Flag): void => {
  for (const [place, { value, limits }] of points.entries()) {
    const side = beyond(value, limits.lower, limits.upper);
    if (side) flag(place, { rule: 'outside', side });
  }
};

const trend = (points: readonly LimitedValue[], flag: Flag): void => {
  const steps = points.flatMap(({ value }, place) => {
    const before = points[place - 1];
    if (!before || areEqual(value, before.value)) return [];
    return [{ place, side: sideOf(value, before.value) }];
  });
  for (const { side, from, to } of stretches(steps.map((step) => step.side))) {
    if (to - from + 1 < runLength - 1) continue;
    const first = (steps[from]?.place ?? 0) - 1;
    const last = steps[to]?.place ?? first;
    for (let place = first; place <= last; place += 1) flag(place, { rule: 'trend', side });
  }
};

const twoOfThree = (points: readonly LimitedValue[], flag: Flag): void => {
  const near = points.map(({ value, limits }) => beyond(value, limits.nearLower, limits.nearUpper));
  const sides = points.map(({ value, limits }) => sideOf(value, limits.mean));
  for (let first = 0; first + 3 <= points.length; first += 1) {
    const side = sides[first];
    const three = [first, first + 1, first + 2];
    if (!side || three.some((place) => sides[place] !== side)) continue;
    const far = three.filter((place) => near[place] === side);
    if (far.length >= 2) for (const place of far) flag(place, { rule: 'two-of-three', side });
  }
};

const shift = (points: readonly LimitedValue[], flag: Flag): void => {
  for (const { side, from, to } of stretches(points.map(({ value, limits }) => sideOf(value, limits.mean)))) {
    if (to - from + 1 < runLength) continue;
    for (let place = from; place <= to; place += 1) flag(place, { rule: 'shift', side });
  }
};

/** The signals of each point of one phase, in the order of the rules; points without a value are left out before. */
export const signalsOf = (points: readonly LimitedValue[]): Signal[][] => {
  const signals: Signal[][] = points.map(() => []);
  const flag: Flag = (place, signal) => {
    const here = signals[place];
    if (here && !here.some(({ rule, side }) => rule === signal.rule && side === signal.side))
      here.push(signal);
  };
  for (const rule of [outside, trend, twoOfThree, shift]) rule(points, flag);
  return signals;
};
