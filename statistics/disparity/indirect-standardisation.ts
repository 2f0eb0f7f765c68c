/**
 * What a group's figure would be if its children were of the same ages as everybody's.
 *
 * Question: infants leave care in other ways than teenagers do. A group with many infants differs from another for that
 * alone. How does it differ beyond it?
 *
 * Answer (indirect): in each stratum (an age band) take the rate of everybody together; multiply by how many of the group
 * are in it; the sum is how many events were *expected* of the group. Observed over expected, times the overall rate, is
 * the adjusted figure. Its limits are those of the observed count over the expected one: Wilson's for shares, Byar's for
 * rates. Strata in which nobody is counted expect nothing.
 *
 * Assumes that strata act alike in every group. Adjusted figures of two groups rest on different mixes of strata and are
 * compared each with the whole, not with each other. **Adjustment may hide what was produced upstream**: if a group's
 * children are younger *because* of how families were treated, adjusting for age takes that out of sight. Always show the
 * unadjusted figure beside it.
 *
 * Worked example: two bands with 10% and 40% overall; a group has 100 and 50 children in them and 20 events. Expected
 * 100 × .10 + 50 × .40 = 30; observed over expected 0.67.
 *
 * Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), pp. 65–72.
 */
import { wilsonInterval } from '../small-numbers/wilson-interval.ts';
import { byarInterval } from './byar-interval.ts';
import type { GroupCount, Ratio } from './disparity-ratio.ts';

export interface Stratum {
  readonly group: GroupCount;
  readonly everybody: GroupCount;
}

export interface Standardised extends Ratio {
  readonly observed: number;
  readonly expected: number;
}

/** Observed over expected; null where nothing is expected. */
export const standardised = (
  kind: 'share' | 'rate',
  strata: readonly Stratum[],
  confidence = 0.95,
): Standardised | null => {
  let [observed, exposure, expected] = [0, 0, 0];
  for (const { group, everybody } of strata) {
    observed += group.numerator;
    exposure += group.denominator;
    if (everybody.denominator > 0)
      expected += (group.denominator * everybody.numerator) / everybody.denominator;
  }
  if (!(expected > 0)) return null;
  const [lower, upper] =
    kind === 'share'
      ? wilsonInterval(observed, exposure, confidence).map((share) => share * exposure)
      : byarInterval(observed, confidence);
  return {
    observed,
    expected,
    ratio: observed / expected,
    interval: [(lower ?? 0) / expected, (upper ?? 0) / expected],
  };
};
