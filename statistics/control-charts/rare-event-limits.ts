/**
 * Charts for rare events: the time, or the number of children, between one event and the next.
 *
 * Question: with about one case a month, a monthly count is 0, 1 or 2 and says nothing. How long did it go well between
 * two events, and is that longer or shorter than usual?
 *
 * t chart (time between): times between rare events are strongly skewed; raised to the power 1/3.6 they are close to
 * normal. The XmR limits of the raised values, without screening and with 3 / 1.128, are raised back.
 * g chart (number between): the number between events follows the geometric law, with standard deviation √(m(m + 1));
 * limits m ± 3√(m(m + 1)).
 * A point above the mean is a longer time without an event: for harm, that is the good side. Lower limits stop at 0.
 *
 * Worked example: 12, 33, 7, 54, 21, 90, 5, 41, 18, 62, 27 and 9 days: t chart mean 24.8, upper limit 335; as a g chart
 * mean 31.6, upper limit 128.
 *
 * Source: L. S. Nelson, "A control chart for parts-per-million nonconforming items", Journal of Quality Technology 26
 * (1994), pp. 239–240; J. C. Benneyan, "Number-between g-type statistical quality control charts", Health Care
 * Management Science 4 (2001), pp. 305–318.
 */
import { averageMovingRange } from './average-moving-range.ts';
import { type Limits, limitsAround } from './limits.ts';

const power = 3.6;

const mapped = (limits: Limits, change: (value: number) => number): Limits => ({
  mean: change(limits.mean),
  lower: change(limits.lower),
  upper: change(limits.upper),
  nearLower: change(limits.nearLower),
  nearUpper: change(limits.nearUpper),
});

const checked = (gaps: readonly number[]): void => {
  if (gaps.length === 0) throw new RangeError('Limits need at least one point.');
  if (!gaps.every((gap) => gap >= 0)) throw new RangeError('A gap between two events is never below 0.');
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Limits for times between events, in the unit of the gaps. Throws RangeError without gaps or below 0. */
export const tLimits = (gaps: readonly number[]): Limits => {
  checked(gaps);
  const raised = gaps.map((gap) => gap ** (1 / power));
  const sigma = averageMovingRange(raised, false).average / 1.128;
  return mapped(limitsAround(meanOf(raised), sigma), (value) => Math.max(0, value) ** power);
};

/** Limits for the number between events. Throws RangeError without gaps or below 0. */
export const gLimits = (gaps: readonly number[]): Limits => {
  checked(gaps);
  const mean = meanOf(gaps);
  return mapped(limitsAround(mean, Math.sqrt(mean * (mean + 1))), (value) => Math.max(0, value));
};
