/**
 * A plain HTML form's way into better-auth: its fields go through the library's own handler as a request, so that limits,
 * origin checks and timing are the library's, with or without JavaScript.
 */
import { z } from 'zod';
import { basePath, clientAddressHeader } from './auth.ts';

export type RefusalStatus = 400 | 401 | 403 | 409 | 429 | 500;

/** What a form is told when it was not taken. `problem` is a plain sentence for the page; `status` the page's HTTP status. */
export interface Refused {
  readonly ok: false;
  readonly status: RefusalStatus;
  readonly problem: string;
  /** What to mend, by the name of the field. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** `cookies`: values of `Set-Cookie`, one header each. */
export interface Taken {
  readonly ok: true;
  readonly cookies: readonly string[];
}

/** What an instance of the library is to a form. */
export interface Handling {
  readonly handler: (request: Request) => Promise<Response>;
  readonly options: { readonly baseURL: string };
}

const forwarded = ['cookie', 'host', 'origin', 'referer', 'user-agent', clientAddressHeader];

const innerHeaders = (headers: Headers): Headers => {
  const inner = new Headers();
  for (const [name, value] of headers)
    if (forwarded.includes(name) || name.startsWith('sec-fetch-')) inner.set(name, value);
  return inner;
};

const urlOf = (auth: Handling, path: string): string =>
  `${auth.options.baseURL.replace(/\/$/, '')}${basePath}${path}`;

/** `headers`: the page request's own; only what sign-in needs of them is passed on. */
export const post = (auth: Handling, path: string, headers: Headers, body: object): Promise<Response> => {
  const inner = innerHeaders(headers);
  inner.set('content-type', 'application/json');
  return auth.handler(
    new Request(urlOf(auth, path), { method: 'POST', headers: inner, body: JSON.stringify(body) }),
  );
};

export const get = (auth: Handling, path: string, headers: Headers): Promise<Response> =>
  auth.handler(new Request(urlOf(auth, path), { headers: innerHeaders(headers) }));

export const tooMany = (seconds: string): Refused => ({
  ok: false,
  status: 429,
  problem: `Too many attempts from this place. Wait ${seconds} seconds and try again.`,
});

const otherPage: Refused = {
  ok: false,
  status: 403,
  problem: 'This form was not sent from Midcourse’s own page. Open the page again and send it from there.',
};

const outOfOrder: Refused = {
  ok: false,
  status: 500,
  problem: 'This does not work right now. Try again in a minute.',
};

const errorBody = z.object({ code: z.string() });

/** `by`: what a page says to an error code of the library, or to a status, of this one form. */
export const refusalOf = async (
  response: Response,
  by: Readonly<Record<string, readonly [RefusalStatus, string]>>,
): Promise<Refused> => {
  const body = errorBody.safeParse(await response.json().catch(() => ({})));
  const told = by[body.data?.code ?? ''] ?? by[response.status];
  if (told) return { ok: false, status: told[0], problem: told[1] };
  if (response.status === 429) return tooMany(response.headers.get('x-retry-after') ?? '60');
  return response.status === 403 ? otherPage : outOfOrder;
};
