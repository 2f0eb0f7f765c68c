/** Answers, and how a program that has one already is told so (conditional requests, RFC 9110). */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Bearer } from '../../commons/tokens/bearer.ts';
import { programVersion } from '../../platform/program-version.ts';

export interface Answer<A> {
  /**
   * What the answer rests on besides the question and the token: as long as it stays, so does the answer, and a program
   * that has it is told so without anything being computed. Null: the answer itself has to be made to tell.
   */
  readonly sameWhile: string | null;
  readonly body: () => Promise<A>;
}

/** An answer that rests on rows: made, then compared. */
export const fresh = <A>(body: () => Promise<A>): Answer<A> => ({ sameWhile: null, body });

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 32);

const isKnown = (request: Request, tag: string): boolean => {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim());
  return known.some((one) => one === '*' || one.replace(/^(?!W\/)/, 'W/') === tag);
};

/** A tag differs where the token, the question or the program does: none of them has another's answer. */
const tagOf = (request: Request, { actor }: Bearer, rests: string): string => {
  const carried = actor.assignments.map(({ role, place }) => `${role} ${place}`);
  return `W/"${hashOf([programVersion, request.url, actor.id, ...carried, rests])}"`;
};

const kept = { 'cache-control': 'private, no-cache', vary: 'Authorization' } as const;

const unchanged = (etag: string): Response => new Response(null, { status: 304, headers: { ...kept, etag } });

/** The answer in its shape: what the shape does not name does not leave. */
export const answered = async <A extends z.ZodType>(
  request: Request,
  bearer: Bearer,
  shape: A,
  { sameWhile, body }: Answer<z.input<A>>,
): Promise<Response> => {
  const early = sameWhile === null ? null : tagOf(request, bearer, sameWhile);
  if (early !== null && isKnown(request, early)) return unchanged(early);
  const content = shape.parse(await body()) as { readonly next?: string | null };
  const text = `${JSON.stringify(content)}\n`;
  const etag = early ?? tagOf(request, bearer, text);
  if (isKnown(request, etag)) return unchanged(etag);
  const link = content.next ? { link: `<${content.next}>; rel="next"` } : {};
  return new Response(text, {
    headers: { ...kept, ...link, etag, 'content-type': 'application/json; charset=utf-8' },
  });
};
