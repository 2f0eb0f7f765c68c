/**
 * How often forms may be sent from one address. Forms the library does not know of (invitations, set-up, new passwords)
 * pass its handler too, at an endpoint that does nothing but be limited and checked for its origin.
 */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';

/** Each has a limit of its own. */
export type LimitedForm = 'set-up' | 'join' | 'new-password' | 'forgotten';

export const attemptsPerMinute = 10;
const guessing = { window: 60, max: attemptsPerMinute };

/** By path of the library. What is no guess (leaving, looking) has the general limit. */
export const limitsByPath = {
  '/sign-in/email': guessing,
  '/sign-in/social': guessing,
  '/callback/*': guessing,
  '/two-factor/*': guessing,
  '/change-password': guessing,
  '/form/*': guessing,
} as const;

export const formLimits = {
  id: 'form-limits',
  endpoints: {
    passForm: createAuthEndpoint('/form/:name', { method: 'POST' }, async (ctx) =>
      ctx.json({ passed: true }),
    ),
  },
} satisfies BetterAuthPlugin;
