/** What a browser sends with a plain form, for tests of identity. */
import { clientAddressHeader } from './auth.ts';

let clients = 0;

/** From a client of its own, so that limits do not mix, unless `more` says from where. */
export const formHeaders = (more: Record<string, string> = {}): Headers => {
  clients += 1;
  return new Headers({
    host: 'localhost:4700',
    origin: 'http://localhost:4700',
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
    [clientAddressHeader]: `198.51.${100 + (clients >> 8)}.${clients & 255}`,
    ...more,
  });
};

/** What the browser keeps of these `Set-Cookie` values; removed ones are gone. */
export const cookieOf = (cookies: readonly string[]): string =>
  cookies
    .filter((cookie) => !cookie.includes('Max-Age=0'))
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

/** The value of a result that must be one; throws with what the form would have been told. */
export const taken = <Result extends { readonly ok: boolean }>(
  result: Result,
): Extract<Result, { ok: true }> => {
  if (!result.ok) throw new Error((result as unknown as { problem: string }).problem);
  return result as Extract<Result, { ok: true }>;
};
