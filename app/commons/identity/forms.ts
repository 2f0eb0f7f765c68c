/** What people submit to sign in, and what an administrator submits to make an account. */
import { z } from 'zod';
import { isPlace, type Place } from '../permissions/place.ts';
import { roles } from '../permissions/role.ts';

export const shortestPassword = 12;
export const longestPassword = 128;

export const signInForm = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Enter an e-mail address.')),
  password: z.string().min(1, 'Enter your password.').max(longestPassword),
});

export const accountForm = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(200),
  email: signInForm.shape.email,
  password: z
    .string()
    .min(shortestPassword, `Choose a password of at least ${shortestPassword} characters.`)
    .max(longestPassword),
  assignments: z
    .array(
      z.strictObject({
        role: z.enum(roles),
        place: z.string().refine((text): text is Place => isPlace(text), 'Choose a place for each role.'),
      }),
    )
    .min(1, 'Choose at least one role.'),
  agency: z.string().trim().min(1, 'Enter the agency.').max(200),
});

export type AccountForm = z.infer<typeof accountForm>;
