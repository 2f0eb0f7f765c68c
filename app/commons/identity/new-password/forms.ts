/** What somebody says who forgot the password, and who chooses a new one. */
import { z } from 'zod';
import { accountForm, signInForm } from '../forms.ts';

export const forgottenForm = signInForm.pick({ email: true });

export const newPasswordForm = accountForm.pick({ password: true });

export const changePasswordForm = z.object({
  currentPassword: signInForm.shape.password,
  newPassword: accountForm.shape.password,
});
