/** Signing in with a password, then with a code where a second factor is on; and signing out. */
import { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import { type Auth, suspendedCode } from './auth.ts';
import type { Fields } from './checked-form.ts';
import { signInForm } from './forms.ts';
import { recordSignIn } from './record-sign-in.ts';
import { backupCodeAsKept } from './second-factor/backup-code.ts';
import { spendCode } from './second-factor/spend-code.ts';
import { post, type RefusalStatus, type Refused, refusalOf, type Taken } from './through-handler.ts';

/** `needsCode`: the password was right, and the cookies wait for the code of the second factor. */
export type SignInResult = (Taken & { readonly needsCode: boolean }) | Refused;

/** `fields`: what the form sent (`email`, `password`). `headers`: the page request's own. */
export type SignIn = (fields: Fields, headers: Headers) => Promise<SignInResult>;

/** `fields`: `code` from the authenticator, or `backupCode`. */
export type EnterCode = (fields: Fields, headers: Headers) => Promise<Taken | Refused>;

/** Ends the session here and in the database; gives the `Set-Cookie` values that remove its cookie. */
export type SignOut = (headers: Headers) => Promise<readonly string[]>;

const suspended = [
  403,
  'This account is suspended. An administrator of your agency can open it again.',
] as const satisfies readonly [RefusalStatus, string];

const signInRefusals = {
  [suspendedCode]: suspended,
  400: [400, 'Enter your e-mail address and your password.'],
  401: [401, 'The e-mail address or the password is not right.'],
} as const;

const codeRefusals = {
  [suspendedCode]: suspended,
  INVALID_TWO_FACTOR_COOKIE: [409, 'This took too long. Sign in with your password again.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [409, 'Too many wrong codes. Sign in with your password again.'],
  ACCOUNT_TEMPORARILY_LOCKED: [
    429,
    'Too many wrong codes for this account. Wait 15 minutes, or ask an administrator to reset your second factor.',
  ],
  INVALID_BACKUP_CODE: [401, 'This backup code is not right, or was used before.'],
  400: [400, 'Enter the code.'],
  401: [401, 'The code is not right. Codes change every half minute: enter the one shown now.'],
} as const;

const passwordAnswer = z.union([
  z.object({ twoFactorRedirect: z.literal(true) }),
  z.object({ user: z.object({ id: z.string() }) }),
]);
const codeAnswer = z.object({ token: z.string(), user: z.object({ id: z.string() }) });

export const signInThrough =
  (auth: Auth, database: Database): SignIn =>
  async (fields, headers) => {
    const form = signInForm.safeParse(fields);
    const response = await post(auth, '/sign-in/email', headers, form.data ?? {});
    if (!response.ok) return refusalOf(response, signInRefusals);
    const answer = passwordAnswer.parse(await response.json());
    const cookies = response.headers.getSetCookie();
    if ('twoFactorRedirect' in answer) return { ok: true, cookies, needsCode: true };
    await recordSignIn(database, answer.user.id, 'password');
    return { ok: true, cookies, needsCode: false };
  };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const usedBefore: Refused = {
  ok: false,
  status: 409,
  problem: 'This code was used already. Sign in again with the next one your app shows.',
};

export const enterCodeThrough =
  (auth: Auth, database: Database): EnterCode =>
  async (fields, headers) => {
    const isBackup = fields.backupCode !== undefined;
    const path = isBackup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
    const code = isBackup
      ? backupCodeAsKept(text(fields.backupCode))
      : text(fields.code).replaceAll(/\s/g, '');
    const response = await post(auth, path, headers, { code });
    if (!response.ok) return refusalOf(response, codeRefusals);
    const { user, token } = codeAnswer.parse(await response.json());
    if (!isBackup && !(await spendCode(database, user.id, code, token))) return usedBefore;
    await recordSignIn(database, user.id, isBackup ? 'backup code' : 'authenticator code');
    return { ok: true, cookies: response.headers.getSetCookie() };
  };

export const signOutThrough =
  (auth: Auth): SignOut =>
  async (headers) => {
    const response = await post(auth, '/sign-out', headers, {});
    return response.headers.getSetCookie();
  };
