/** How small is too small to show, as an administrator says it. */
import { z } from 'zod';

export const leastThreshold = 3;
export const mostThreshold = 50;

const sentence = `Give a whole number from ${leastThreshold} to ${mostThreshold}.`;

export const thresholdForm = z.strictObject({
  threshold: z.coerce
    .number(sentence)
    .int(sentence)
    .min(leastThreshold, sentence)
    .max(mostThreshold, sentence),
});
