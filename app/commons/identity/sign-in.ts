/**
 * Signing in and out for a plain HTML form: its fields go through better-auth's own handler as a request, so that limits,
 * origin checks and timing are the library's, with or without JavaScript.
 */
import { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import { recordAudit } from '../audit/writes.ts';
import { systemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { type Auth, basePath, clientAddressHeader } from './auth.ts';
import { signInForm } from './forms.ts';

export type SignInResult =
  /** Values of `Set-Cookie`, one header each. */
  | { readonly ok: true; readonly cookies: readonly string[] }
  /** `problem` is a plain sentence for the page; `status` the page's HTTP status. */
  | { readonly ok: false; readonly status: 400 | 401 | 403 | 429 | 500; readonly problem: string };

/** `fields`: what the form sent (`email`, `password`). `headers`: the page request's own. */
export type SignIn = (fields: Readonly<Record<string, unknown>>, headers: Headers) => Promise<SignInResult>;

/** Ends the session here and in the database; gives the `Set-Cookie` values that remove its cookie. */
export type SignOut = (headers: Headers) => Promise<readonly string[]>;

const forwarded = ['cookie', 'host', 'origin', 'referer', 'user-agent', clientAddressHeader];

const innerRequest = async (auth: Auth, path: string, headers: Headers, body: object): Promise<Response> => {
  const inner = new Headers({ 'content-type': 'application/json' });
  for (const [name, value] of headers)
    if (forwarded.includes(name) || name.startsWith('sec-fetch-')) inner.set(name, value);
  const { baseURL } = auth.options;
  return auth.handler(
    new Request(`${baseURL.replace(/\/$/, '')}${basePath}${path}`, {
      method: 'POST',
      headers: inner,
      body: JSON.stringify(body),
    }),
  );
};

const problems: Readonly<Record<number, string>> = {
  400: 'Enter your e-mail address and your password.',
  401: 'The e-mail address or the password is not right.',
  403: 'This form was not sent from Midcourse’s own page. Open the sign-in page again.',
};

const refusal = (response: Response): SignInResult => {
  if (response.status === 429) {
    const seconds = response.headers.get('x-retry-after') ?? '60';
    return {
      ok: false,
      status: 429,
      problem: `Too many attempts from this place. Wait ${seconds} seconds and try again.`,
    };
  }
  const problem = problems[response.status];
  if (!problem) return { ok: false, status: 500, problem: 'Signing in does not work right now. Try again.' };
  return { ok: false, status: response.status as 400 | 401 | 403, problem };
};

const signedIn = z.object({ user: z.object({ id: z.string() }) });

export const signInThrough =
  (auth: Auth, database: Database): SignIn =>
  async (fields, headers) => {
    const form = signInForm.safeParse(fields);
    const response = await innerRequest(auth, '/sign-in/email', headers, form.data ?? {});
    if (!response.ok) return refusal(response);
    const { user } = signedIn.parse(await response.json());
    const scope = systemScope('sign-in', user.id);
    await transactIn(database, scope, (tx) =>
      recordAudit(tx, scope, { event: 'signed-in', subject: `account:${user.id}` }),
    );
    return { ok: true, cookies: response.headers.getSetCookie() };
  };

export const signOutThrough =
  (auth: Auth): SignOut =>
  async (headers) => {
    const response = await innerRequest(auth, '/sign-out', headers, {});
    return response.headers.getSetCookie();
  };
