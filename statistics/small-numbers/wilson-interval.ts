/**
 * Wilson's interval for a share.
 *
 * Question: 8 of 25 children reached a permanent family within a year. If the same system served many more children like
 * them, which shares could have given us 8 of 25?
 *
 * Answer: all shares p whose own normal limits would contain the observed one, which solves to
 *   ( p̂ + z²/2n ± z √( p̂(1 − p̂)/n + z²/4n² ) ) / ( 1 + z²/n ).
 * Unlike p̂ ± z·se it never leaves 0–1, never has width 0, and keeps close to its stated confidence down to n of about 10.
 *
 * Assumes that children are independent. Siblings often leave together: with them the true interval is wider. Do not use
 * it for rates over days (see exact-poisson-interval.ts), nor to compare two shares by whether intervals overlap.
 *
 * Worked example: 8 of 25 is 32.0%, interval 17.2% to 51.6%.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), pp. 209–212; recommended by Brown, Cai and DasGupta, Statistical Science 16 (2001),
 * p. 101, for small n.
 */
import { gammaQuantile } from './gamma-distribution.ts';

/** How many standard deviations to each side hold this share of a normal distribution: 1.96 for 0.95. */
export const normalDeviate = (confidence: number): number => {
  const known = deviates.get(confidence);
  if (known !== undefined) return known;
  const deviate = Math.sqrt(2 * gammaQuantile(confidence, 0.5));
  deviates.set(confidence, deviate);
  return deviate;
};

/** A page shows thousands of intervals at one confidence. */
const deviates = new Map<number, number>();

/**
 * Lower and upper limit as shares (0 to 1).
 *
 * @param successes children counted in the numerator, 0 ≤ successes ≤ trials
 * @param trials children in the denominator, above 0
 * @throws RangeError for anything else: a share of nobody has no interval
 */
export const wilsonInterval = (successes: number, trials: number, confidence = 0.95): [number, number] => {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) {
    throw new RangeError('A share needs a denominator above 0 and a numerator from 0 to the denominator.');
  }
  const z2 = normalDeviate(confidence) ** 2;
  const failures = trials - successes;
  const centre = successes + z2 / 2;
  const reach = Math.sqrt(z2 * ((successes * failures) / trials + z2 / 4));
  return [
    successes === 0 ? 0 : (centre - reach) / (trials + z2),
    failures === 0 ? 1 : (centre + reach) / (trials + z2),
  ];
};
