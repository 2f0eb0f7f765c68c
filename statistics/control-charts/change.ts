/**
 * Whether a series has moved, which way and since about when: what "since about March" is computed from.
 *
 * Two strengths of evidence:
 *   sustained  seven or more points in a row on one side of the mean (rule shift), and not two in a row on the other side
 *              since; it began about where that run began
 *   early      the run that holds the last point is shorter, and one of its points is outside a limit or beyond a near
 *              limit with another; it began about where this run began
 *
 * The start is the first point of the run. It is the likeliest month, not a certain one: with noise as large as the
 * change it is often one or two points off, hence "about".
 *
 * Worked example: 20 points around 36, then 33, 34, 33, 37, 33 and no seven in a row: nothing sustained; `early` only if
 * 33 lies beyond a limit.
 */
import { type Better, type Judgement, judgementOf } from './judgement.ts';
import { type Limits, type Side, sideOf } from './limits.ts';
import type { Rule, Signal } from './rules.ts';

export interface Change {
  readonly side: Side;
  /** Place in the series of the point where it began. */
  readonly since: number;
  /** Points with a value from there to the end. */
  readonly points: number;
  readonly evidence: 'sustained' | 'early';
  readonly reading: Judgement;
}

interface Point {
  readonly place: number;
  readonly value: number | null;
  readonly limits: Limits | null;
  readonly signals: readonly Signal[];
}

interface Run {
  readonly side: Side;
  readonly points: Point[];
}

const runsOf = (points: readonly Point[]): Run[] => {
  const runs: Run[] = [];
  let last: Side | null = null;
  for (const point of points) {
    if (point.value === null || !point.limits) continue;
    const side = sideOf(point.value, point.limits.mean);
    if (side && side === last) runs.at(-1)?.points.push(point);
    else if (side) runs.push({ side, points: [point] });
    last = side;
  }
  return runs;
};

const has = ({ points, side }: Run, rules: readonly Rule[]): boolean =>
  points.some(({ signals }) => signals.some((signal) => signal.side === side && rules.includes(signal.rule)));

/** The change that the last phase shows; null when it shows none. */
export const changeIn = (points: readonly Point[], better: Better): Change | null => {
  const runs = runsOf(points);
  const told = (run: Run, evidence: Change['evidence']): Change => {
    const since = run.points[0]?.place ?? 0;
    const after = points.filter((point) => point.place >= since && point.value !== null);
    return { side: run.side, since, points: after.length, evidence, reading: judgementOf(run.side, better) };
  };
  const sustainedAt = runs.findLastIndex((run) => has(run, ['shift']));
  const sustained = runs[sustainedAt];
  const since = runs.slice(sustainedAt + 1);
  const isContradicted = since.some((run) => run.side !== sustained?.side && run.points.length >= 2);
  const last = runs.at(-1);
  if (sustained && !isContradicted) return told(sustained, 'sustained');
  const holdsLast = last?.points.at(-1)?.place === points.findLast((point) => point.value !== null)?.place;
  return last && holdsLast && has(last, ['outside', 'two-of-three']) ? told(last, 'early') : null;
};
