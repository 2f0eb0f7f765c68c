/**
 * What a measure did after a decision, held against what was expected. Only the run chart's own rules speak: a shift of
 * seven final points on one side. It says what is consistent with the expectation, never what caused it.
 */

export type Direction = 'up' | 'down' | 'same';

/** `other-way`: a change that is real, and not the one we expected. It is said as plainly as the others. */
export type Conclusion = 'consistent' | 'not-distinguishable' | 'cannot-tell-yet' | 'other-way';

export interface Stretch {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly points: number;
}

/** How a measure ran, as the chart reads it. */
export interface MeasuredSince {
  readonly expected: Direction;
  /** Final points that lie wholly after the day of the decision. */
  readonly finalPoints: number;
  /** `points`: how many points before the first one after the decision the change began; below 0 it began later. */
  readonly change: {
    readonly isUp: boolean;
    readonly isSustained: boolean;
    readonly pointsBefore: number;
  } | null;
}

/** What a revisit keeps of it. */
export interface SinceThen {
  readonly measure: string;
  readonly conclusion: Conclusion;
  /** True where the change had begun before the decision. */
  readonly hadBegun: boolean;
  /** An early sign, too short to call. */
  readonly sign: 'up' | 'down' | null;
  readonly finalPoints: number;
  readonly inFlight: number;
  readonly before: Stretch;
  readonly after: Stretch;
  readonly rhythm: 'month' | 'quarter' | 'year';
  readonly asOf: string;
  readonly dataVersion: number;
  readonly definitionVersion: string;
}

/** A sustained shift takes this many final points on one side. */
export const pointsToTell = 7;

/** A start is often a point or two off, hence "about": a change that began one point early may still be ours. */
const startSlack = 1;

export const concludeFrom = ({
  expected,
  finalPoints,
  change,
}: MeasuredSince): Pick<SinceThen, 'conclusion' | 'hadBegun' | 'sign'> => {
  const sustained = change?.isSustained ? change : null;
  const hadBegun = sustained !== null && sustained.pointsBefore > startSlack;
  const way = change === null ? null : change.isUp ? 'up' : 'down';
  const sign = sustained === null ? way : null;
  const conclude = (conclusion: Conclusion) => ({ conclusion, hadBegun, sign }) as const;
  if (sustained && !hadBegun) return conclude(way === expected ? 'consistent' : 'other-way');
  if (finalPoints < pointsToTell) return conclude('cannot-tell-yet');
  return conclude(expected === 'same' && !hadBegun ? 'consistent' : 'not-distinguishable');
};
