/**
 * An action that replaces the session (a second factor turned on, another password) answers with a page, whose loaders
 * run in the same request: they must know the new cookies, not those the request came with.
 */
import { createContext, type LoaderFunctionArgs } from 'react-router';

type Context = LoaderFunctionArgs['context'];

const replacedCookies = createContext<readonly string[]>([]);

/** `cookies`: values of `Set-Cookie`. */
export const replaceCookies = (context: Context, cookies: readonly string[]): void =>
  context.set(replacedCookies, cookies);

const nameAndValue = (cookie: string): [string, string] => {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at).trim(), cookie.slice(at + 1).trim()];
};

/** The request's headers, with the cookies as they are by now. */
export const headersNow = (request: Request, context: Context): Headers => {
  const replaced = context.get(replacedCookies);
  if (replaced.length === 0) return request.headers;
  const jar = new Map((request.headers.get('cookie') ?? '').split(';').filter(Boolean).map(nameAndValue));
  for (const cookie of replaced) {
    const [name, value] = nameAndValue(cookie.split(';', 1)[0] ?? '');
    jar.set(name, value);
  }
  const headers = new Headers(request.headers);
  headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
  return headers;
};
