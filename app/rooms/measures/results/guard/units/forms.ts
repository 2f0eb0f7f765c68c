/** How many people work in a unit, as somebody says it. */
import { z } from 'zod';

export const unitSizeForm = z.strictObject({
  county: z.string().trim().min(1).max(200),
  unit: z.string().trim().min(1).max(200),
  workers: z.coerce.number('Give a whole number.').int('Give a whole number.').min(0).max(10_000),
});

export type UnitSize = z.infer<typeof unitSizeForm>;

/** Units of fewer people are not shown outside themselves. */
export const fewestWorkers = 5;
