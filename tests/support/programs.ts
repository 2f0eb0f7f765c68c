/** Programs of people: each has a token that its person made on the page, and asks with it. */
import type { Served } from './visits.ts';

export interface Program {
  readonly token: string;
  /** `/measures?limit=3` under `/api/v1`. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

/** Sign-in is limited for each address; everybody here comes from their own. */
const newAddress = (() => {
  let people = 0;
  return (): string => {
    people += 1;
    return `10.77.${process.pid % 256}.${people % 256}`;
  };
})();

const cookieOf = async ({ address, accounts }: Served, email: string): Promise<string> => {
  const account = accounts.find((one) => one.email === email);
  if (!account) throw new Error(`There is no ${email}.`);
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'x-forwarded-for': newAddress() },
    body: new URLSearchParams({ email, password: account.password }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`${email} was not let in: ${answer.status}`);
  return cookies.join('; ');
};

const valuesIn = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`name="${name}"[^>]*value="([^"]+)"`, 'g'))].map(([, value = '']) => value);

/** What the person makes on `/account/tokens`, carrying all they hold. */
export const programOf = async (served: Served, email: string): Promise<Program> => {
  const { address } = served;
  const cookie = await cookieOf(served, email);
  const page = `${address}/account/tokens`;
  const headers = { cookie, origin: address, 'x-forwarded-for': newAddress() };
  const form = await (await fetch(page, { headers })).text();
  const body = new URLSearchParams({ name: 'A test', days: '7', act: 'make' });
  for (const carried of valuesIn(form, 'carries')) body.append('carries', carried);
  const made = await (await fetch(page, { method: 'POST', headers, body })).text();
  const token = /midcourse_[A-Za-z0-9_-]{43}/.exec(made)?.[0];
  if (token === undefined) throw new Error(`${email} could not make a token.`);
  const ask: Program['ask'] = (path, init = {}) =>
    fetch(`${address}/api/v1${path}`, {
      redirect: 'manual',
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });
  return { token, ask };
};
