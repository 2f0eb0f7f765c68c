/**
 * The Benjamini–Hochberg way of asking many questions at once.
 *
 * Question: 24 counties are each held against the state. By chance alone one in twenty would be "significant". Which of
 * those that stand out may be believed, if at most one in ten of the believed shall be chance?
 *
 * Answer: sort the p-values; the i-th smallest of m, times m/i, is the share of false alarms one accepts by drawing the
 * line there; each takes the smallest such share at or after its own place. Believe those at or below q.
 *
 * Assumes independence, or that units tend to move together: both keep the promise. It promises a share over all that is
 * believed, nothing about one unit.
 *
 * Worked example: .001 .008 .039 .041 .042 .06 .074 .205 give .008 .032 .0672 .0672 .0672 .08 .0846 .205; at q = .10
 * the first seven are believed.
 *
 * Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995), pp. 289–300.
 */
export const falseDiscoveryShares = (pValues: readonly number[]): number[] => {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const shares = new Array<number>(pValues.length);
  let smallest = 1;
  for (const [place, { p, index }] of order.entries()) {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - place));
    shares[index] = smallest;
  }
  return shares;
};
