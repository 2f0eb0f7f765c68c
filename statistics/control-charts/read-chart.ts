/**
 * Reads a control chart: limits, what the rules say of each point, and whether the series has moved.
 *
 * Question: is what we see in the last months the everyday variation of this process, or has something changed, which
 * way, and since about when?
 *
 * How much data: with fewer than 6 points a phase is a run line without limits; with 6 to 12 the limits are on trial
 * (drawn dashed, rules listed, no icons); from 13 they stand. They freeze at the first 20 points (settable, 12 to 20);
 * later points belong to the same phase and runs cross the freeze.
 *
 * When not to use it: for overlapping rolling windows, or to call people. Charts show; the alarm engine decides.
 *
 * Worked example: `readChart(values.map((value) => ({ value })), { kind: 'xmr', better: 'up' })` for 20 months around 36
 * and then seven below it gives `change` { side: 'below', since: 20, evidence: 'sustained', reading: 'concern' }.
 *
 * Source: rule set mdc-2023-7 (rules.ts); limits in xmr-limits.ts, laney-limits.ts and rare-event-limits.ts.
 */
import { type Change, changeIn } from './change.ts';
import { type ChartKind, type ChartPoint, type ValuedPoint, valuedPoints } from './chart-point.ts';
import { type Better, type Judgement, judged } from './judgement.ts';
import { clipped, type Limits, type ValueRange } from './limits.ts';
import { type PhaseLimits, phaseLimits } from './phase-limits.ts';
import { ruleSetVersion, type Signal, signalsOf } from './rules.ts';

export interface ChartOptions {
  readonly kind: ChartKind;
  /** Which way is improvement. */
  readonly better: Better;
  /** Shares and rates are multiplied by this: 100 for percent, 1000 for "per 1,000 days". Default 1. */
  readonly per?: number;
  /** Where values can lie; limits are clipped to it. Default `any`. */
  readonly range?: ValueRange;
  /** Default true. */
  readonly isScreened?: boolean;
  /** Points after which the limits of a phase freeze, 12 to 20. Default 20. */
  readonly freezeAt?: number;
  /** Places at which a new baseline phase begins, decided by people. */
  readonly phasesFrom?: readonly number[];
}

export type Stage = 'run-line' | 'trial' | 'full';

export interface Phase extends Omit<PhaseLimits, 'at'> {
  /** Places of its first and last point in the series. */
  readonly from: number;
  readonly to: number;
  readonly stage: Stage;
  /** Points with a value. */
  readonly points: number;
  /** True where a limit is not drawn where it was computed, because no value can lie there: the chart says so. */
  readonly isClipped: boolean;
}

export interface ReadPoint {
  readonly place: number;
  readonly value: number | null;
  /** Null where the point has no value, or its phase is a run line. */
  readonly limits: Limits | null;
  readonly signals: readonly Signal[];
  /** What the signals mean; improvement and concern can both be true of a point, and then both are shown. */
  readonly judgements: readonly Judgement[];
}

export interface ChartReading {
  readonly ruleSet: typeof ruleSetVersion;
  readonly points: readonly ReadPoint[];
  readonly phases: readonly Phase[];
  /** How the series has moved, as its last phase shows it; null when it has not. */
  readonly change: Change | null;
}

interface ReadPhase {
  readonly phase: Phase;
  readonly points: readonly ReadPoint[];
}

const stageOf = (points: number): Stage => (points < 6 ? 'run-line' : points < 13 ? 'trial' : 'full');

const readPhase = (
  valued: readonly ValuedPoint[],
  from: number,
  to: number,
  options: ChartOptions,
): ReadPhase => {
  const { kind, per = 1, isScreened = true, freezeAt = 20, range = 'any', better } = options;
  const stage = stageOf(valued.length);
  const counts = { from, to, stage, points: valued.length };
  if (stage === 'run-line') {
    const points = valued.map(({ place, value }) => ({
      place,
      value,
      limits: null,
      signals: [],
      judgements: [],
    }));
    return { phase: { ...counts, screening: 'off', leftOut: 0, sigmaZ: null, isClipped: false }, points };
  }
  const { at, ...howMade } = phaseLimits(valued.slice(0, freezeAt), kind, per, isScreened);
  const limited = valued.map((point) => ({ ...point, limits: clipped(at(point), range) }));
  const isClipped = valued.some((point, index) => {
    const [computed, drawn] = [at(point), limited[index]?.limits];
    return computed.lower !== drawn?.lower || computed.upper !== drawn.upper;
  });
  const signals = signalsOf(limited);
  const points = limited.map(({ place, value, limits }, index) => {
    const here = signals[index] ?? [];
    return { place, value, limits, signals: here, judgements: judged(here, better) };
  });
  return { phase: { ...counts, ...howMade, isClipped }, points };
};

const phaseBounds = (length: number, starts: readonly number[]): [number, number][] => {
  const inside = starts.filter((start) => start > 0 && start < length);
  const from = [...new Set([0, ...inside])].sort((a, b) => a - b);
  return from.map((first, index) => [first, (from[index + 1] ?? length) - 1]);
};

/**
 * Reads the chart of `points`, oldest first.
 *
 * @throws RangeError when `freezeAt` is not 12 to 20
 */
export const readChart = (points: readonly ChartPoint[], options: ChartOptions): ChartReading => {
  const { freezeAt = 20, kind, per = 1, phasesFrom = [], better } = options;
  if (!(freezeAt >= 12 && freezeAt <= 20)) throw new RangeError('Limits freeze at 12 to 20 points.');
  const valued = valuedPoints(points, kind, per);
  const read = phaseBounds(points.length, phasesFrom).map(([from, to]) =>
    readPhase(
      valued.filter(({ place }) => place >= from && place <= to),
      from,
      to,
      options,
    ),
  );
  const byPlace = new Map(read.flatMap((phase) => phase.points).map((point) => [point.place, point]));
  return {
    ruleSet: ruleSetVersion,
    points: points.map(
      (_, place) => byPlace.get(place) ?? { place, value: null, limits: null, signals: [], judgements: [] },
    ),
    phases: points.length === 0 ? [] : read.map(({ phase }) => phase),
    change: changeIn(read.at(-1)?.points ?? [], better),
  };
};
