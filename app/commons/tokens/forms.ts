/** What somebody says who makes a token. */
import { z } from 'zod';
import { isPlace, type Place } from '../permissions/place.ts';
import { roles } from '../permissions/role.ts';

/** Days a token lives, as choices: long ones are for jobs that nobody looks at every month. */
export const lifetimes = [7, 30, 90, 365] as const;

export const tokenForm = z.strictObject({
  name: z.string().trim().min(1, 'Say what the token is for.').max(80, 'Say it in at most 80 letters.'),
  days: z.coerce
    .number()
    .refine((days) => lifetimes.some((one) => one === days), 'Choose how long it is taken.'),
  carries: z
    .array(
      z.strictObject({
        role: z.enum(roles),
        place: z.string().refine((text): text is Place => isPlace(text), 'Choose from your own roles.'),
      }),
    )
    .min(1, 'Choose at least one of your roles.'),
});

export type TokenForm = z.infer<typeof tokenForm>;
