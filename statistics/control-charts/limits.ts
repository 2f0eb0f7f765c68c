/**
 * What a control chart draws around its points, and what "beyond" a line means.
 *
 * The limits hold nearly all points of a process in which nothing has changed; they say what is usual for this process,
 * not what is good. The near limits lie at two thirds of the way from the mean.
 */

export interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly nearLower: number;
  readonly nearUpper: number;
}

export type Side = 'above' | 'below';

/** Limits at three and two times `sigma` to both sides of the mean. */
export const limitsAround = (mean: number, sigma: number): Limits => ({
  mean,
  lower: mean - 3 * sigma,
  upper: mean + 3 * sigma,
  nearLower: mean - 2 * sigma,
  nearUpper: mean + 2 * sigma,
});

/**
 * Two values are the same when they differ by no more than a billionth of the larger: what is left between them is the
 * rounding of the computer, and rounding is no signal.
 */
export const areEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** On which side of a line a value lies; null on the line. */
export const sideOf = (value: number, line: number): Side | null =>
  areEqual(value, line) ? null : value > line ? 'above' : 'below';

/** Beyond which of a pair of limits a value lies; null between them or on one. */
export const beyond = (value: number, lower: number, upper: number): Side | null => {
  if (sideOf(value, upper) === 'above') return 'above';
  return sideOf(value, lower) === 'below' ? 'below' : null;
};

/** What the values of a chart can be; limits are not drawn where no value can lie. */
export type ValueRange = 'percent' | 'share' | 'rate' | 'any';

const highest: Readonly<Record<ValueRange, number>> = {
  percent: 100,
  share: 1,
  rate: Number.POSITIVE_INFINITY,
  any: Number.POSITIVE_INFINITY,
};

/** Limits cut to what is possible: 0–100 for a percent, 0–1 for a share, 0 and above for a rate. */
export const clipped = (limits: Limits, range: ValueRange): Limits => {
  if (range === 'any') return limits;
  const possible = (value: number): number => Math.min(Math.max(value, 0), highest[range]);
  return {
    mean: limits.mean,
    lower: possible(limits.lower),
    upper: possible(limits.upper),
    nearLower: possible(limits.nearLower),
    nearUpper: possible(limits.nearUpper),
  };
};
