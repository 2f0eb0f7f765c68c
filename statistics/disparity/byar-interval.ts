/**
 * Byar's interval for a count of events.
 *
 * Question: 20 events were seen where 14.2 were expected. Which true counts could have given us 20?
 *
 * Answer: nearly the exact limits, without a special function:
 *   lower = O (1 − 1/9O − z / 3√O)³,   upper = (O + 1)(1 − 1/9(O + 1) + z / 3√(O + 1))³.
 * Divided by what was expected they are the limits of observed over expected.
 *
 * Assumes independent events. For a share of children it is too wide, since a count of children has a ceiling: use the
 * limits of Wilson there (indirect-standardisation.ts does). Close to exact from 10 events, conservative below.
 *
 * Worked example: 20 events, 14.2 expected: 1.41, interval 0.860 to 2.175.
 *
 * Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), p. 69.
 */
import { normalDeviate } from '../small-numbers/wilson-interval.ts';

/** @param events 0 or more */
export const byarInterval = (events: number, confidence = 0.95): [number, number] => {
  if (!(events >= 0)) throw new RangeError('Events are counted from 0.');
  const z = normalDeviate(confidence);
  const cube = (count: number, side: -1 | 1): number =>
    count * (1 - 1 / (9 * count) + (side * z) / (3 * Math.sqrt(count))) ** 3;
  return [events === 0 ? 0 : Math.max(0, cube(events, -1)), cube(events + 1, 1)];
};
