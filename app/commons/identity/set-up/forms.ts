/** What the first administrator of an empty installation says. */
import type { z } from 'zod';
import { accountForm } from '../forms.ts';

export const setUpForm = accountForm.pick({ agency: true, name: true, email: true, password: true });

export type SetUpForm = z.infer<typeof setUpForm>;
