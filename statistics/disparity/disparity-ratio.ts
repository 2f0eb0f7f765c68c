/**
 * How many times as often it happens to one group as to another, and how sure that is.
 *
 * Question: 52 of 180 children of one group and 210 of 540 of another reach a permanent family within a year. How do their
 * chances compare?
 *
 * Answer: the ratio of the two shares, (a/n₁) / (b/n₂), with limits on the log scale:
 *   exp( ln ratio ± z √(1/a − 1/n₁ + 1/b − 1/n₂) ).
 * For rates over days or over a population the 1/n terms go: events can happen more than once, and the population is not
 * used up by them. Where a count is 0, ½ is added to every cell (so 1 to each denominator of a share), so that the ratio and
 * its limits exist.
 *
 * Assumes independent children and two groups that share no child. A ratio says nothing of how many children it is about:
 * show the counts beside it. A ratio of shares and the ratio of their complements differ: name which outcome is counted.
 *
 * Worked example: 52/180 against 210/540 is 0.743, interval 0.577 to 0.956.
 *
 * Source: D. Katz et al., Biometrics 34 (1978), pp. 469–474.
 */
import { normalDeviate } from '../small-numbers/wilson-interval.ts';

export interface GroupCount {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Ratio {
  readonly ratio: number;
  readonly interval: readonly [number, number];
}

/** @throws RangeError for a denominator of 0 or less */
export const disparityRatio = (
  kind: 'share' | 'rate',
  group: GroupCount,
  reference: GroupCount,
  confidence = 0.95,
): Ratio => {
  if (!(group.denominator > 0 && reference.denominator > 0))
    throw new RangeError('A ratio of two groups needs somebody in both.');
  const added = group.numerator === 0 || reference.numerator === 0 ? 0.5 : 0;
  const more = kind === 'share' ? 2 * added : 0;
  const [a, b] = [group.numerator + added, reference.numerator + added];
  const [n, m] = [group.denominator + more, reference.denominator + more];
  const ratio = a / n / (b / m);
  const used = kind === 'share' ? 1 / n + 1 / m : 0;
  const reach = normalDeviate(confidence) * Math.sqrt(Math.max(0, 1 / a + 1 / b - used));
  return { ratio, interval: [ratio * Math.exp(-reach), ratio * Math.exp(reach)] };
};
