/** What an administrator says about the drop folder. */
import { z } from 'zod';

export const dropRhythms = ['quarter-hourly', 'hourly', 'daily'] as const;

export type DropRhythm = (typeof dropRhythms)[number];

export const dropForm = z.object({
  isOn: z.boolean(),
  rhythm: z.enum(dropRhythms),
  /** Whether pages read a new version as soon as it is complete. */
  putInUse: z.boolean(),
});

export type DropForm = z.infer<typeof dropForm>;
