/**
 * The XmR chart: single values, their mean, and the limits of their everyday variation.
 *
 * Question: a figure came each month; which months are out of the ordinary for this process?
 *
 * Limits: mean ± 2.66 × the average moving range, near limits two thirds of the way (± 1.7733 ×). 2.66 is 3 / 1.128, the
 * usual range of two independent normal values being 1.128 standard deviations.
 *
 * Assumes that neighbouring points are independent. So never use it for overlapping windows (a rolling 12-month figure
 * repeats eleven months of the last one), nor for shares with small or uneven denominators (p-prime-limits.ts), nor for
 * rare events (rare-event-limits.ts).
 *
 * Worked example: 1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1 has mean 1.94 and limits −0.72 and 4.60: only the 10 is outside.
 * Without screening the limits are −3.06 and 6.95.
 *
 * Source: D. J. Wheeler, Understanding Variation, 2nd edition (2000), chapter 3.
 */
import { averageMovingRange, type MovingRange } from './average-moving-range.ts';
import type { Limits } from './limits.ts';

export interface XmrLimits {
  readonly limits: Limits;
  readonly movingRange: MovingRange;
}

const limitPerRange = 2.66;

/**
 * Limits from the points of the baseline, in their order and unit.
 *
 * @throws RangeError without any point
 */
export const xmrLimits = (baseline: readonly number[], isScreened = true): XmrLimits => {
  if (baseline.length === 0) throw new RangeError('Limits need at least one point.');
  const mean = baseline.reduce((sum, value) => sum + value, 0) / baseline.length;
  const movingRange = averageMovingRange(baseline, isScreened);
  const reach = limitPerRange * movingRange.average;
  const near = (2 / 3) * reach;
  return {
    limits: {
      mean,
      lower: mean - reach,
      upper: mean + reach,
      nearLower: mean - near,
      nearUpper: mean + near,
    },
    movingRange,
  };
};
