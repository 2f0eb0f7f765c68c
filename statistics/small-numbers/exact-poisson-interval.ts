/**
 * The exact (Garwood) interval for a rate: events over exposure.
 *
 * Question: 9 maltreatment reports were substantiated over 120,000 days in care. Which true rates could have given us 9?
 *
 * Answer: the lower limit is the rate at which 9 or more events are only just believable (probability ½α), the upper
 * limit the rate at which 9 or fewer are. Both are gamma quantiles of the count, divided by the exposure:
 *   lower = G⁻¹(½α; x) / exposure,   upper = G⁻¹(1 − ½α; x + 1) / exposure.
 * With no event at all the lower limit is 0 and the upper is not: nothing seen is not nothing there.
 *
 * Assumes that events come one by one and independently. Moves of siblings and several victims in one report come
 * together: with them the true interval is wider. It is conservative: it holds the true rate at least as often as
 * stated. Do not use it for shares of children (see wilson-interval.ts).
 *
 * Worked example: 9 events in 120,000 days is 7.5 per 100,000 days, interval 3.43 to 14.24.
 *
 * Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), pp. 437–442.
 */
import { gammaQuantile } from './gamma-distribution.ts';

/**
 * Lower and upper limit of the rate, in events per unit of exposure: multiply by 1,000 for "per 1,000 days".
 *
 * @param events count, 0 or more
 * @param exposure days (or children), above 0
 * @throws RangeError for anything else: a rate over no exposure has no interval
 */
export const exactPoissonInterval = (
  events: number,
  exposure: number,
  confidence = 0.95,
): [number, number] => {
  if (!(events >= 0 && exposure > 0 && Number.isFinite(events))) {
    throw new RangeError('A rate needs a count of 0 or more and an exposure above 0.');
  }
  const tail = (1 - confidence) / 2;
  const lower = events === 0 ? 0 : gammaQuantile(tail, events);
  return [lower / exposure, gammaQuantile(1 - tail, events + 1) / exposure];
};
