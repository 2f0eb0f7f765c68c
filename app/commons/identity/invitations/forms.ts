/** What an administrator says to invite somebody, and what the invited person answers. */
import type { z } from 'zod';
import { accountForm } from '../forms.ts';

export const inviteForm = accountForm.pick({ email: true });

export const joinForm = accountForm.pick({ name: true, password: true });

export type JoinForm = z.infer<typeof joinForm>;
