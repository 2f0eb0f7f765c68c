/** What the forms of accounts do with an answer: back to the page filled in, or on with the cookies. */
import { data, redirect } from 'react-router';
import type { Refused } from '../../commons/identity/through-handler.ts';

export interface RefusedForm extends Refused {
  /** What was sent, without secrets, so that nobody types it twice. */
  readonly sent: Readonly<Record<string, string>>;
}

const secrets = /password|code|secret/i;

export const fieldsOf = async (request: Request): Promise<Record<string, unknown>> =>
  Object.fromEntries(await request.formData());

export const refusedForm = (refused: Refused, fields: Readonly<Record<string, unknown>>) => {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string' && !secrets.test(name)) sent[name] = value;
  return data<RefusedForm>({ ...refused, sent }, { status: refused.status });
};

export const cookieHeaders = (cookies: readonly string[]): Headers =>
  new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]));

export const onTo = (path: string, cookies: readonly string[]): Response =>
  redirect(path, { headers: cookieHeaders(cookies) });
