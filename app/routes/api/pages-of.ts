/** Long lists come in pages: `limit` says how long a page is, `next` in the answer leads to the one after it. */
import { z } from 'zod';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { named } from './shapes.ts';

export const pageQuery = {
  limit: z.int().min(1).max(200).default(50).describe('How many at most.'),
  cursor: z
    .string()
    .max(200)
    .optional()
    .describe('Where to go on. Take it from `next` as it is: what it says may change.'),
};

/** `{ data: […], next }` */
export const pageShape = <T extends z.ZodType>(name: string, item: T) =>
  named(
    name,
    z.object({
      data: z.array(item),
      next: z.string().nullable().describe('Path of the next page; null at the end.'),
    }),
  );

interface Asked {
  readonly url: URL;
  readonly query: { readonly limit: number; readonly cursor?: string | undefined };
}

export const nextPath = ({ url }: Pick<Asked, 'url'>, cursor: string): string => {
  const params = new URLSearchParams(url.search);
  params.set('cursor', cursor);
  return `${url.pathname}?${params}`;
};

/** The digits a cursor is made of; undefined on the first page. */
export const cursorNumbers = (cursor: string | undefined, parts: 1 | 2): number[] | undefined => {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,12}(?:\.\d{1,12})?$/.test(cursor) || cursor.split('.').length !== parts)
    throw new Invalid('This cursor is none of ours.', 'Take it from `next` of the page before, as it is.');
  return cursor.split('.').map(Number);
};

export interface Slice<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/**
 * One page of a list. `version`: the data version it is of; pages of two versions do not make one list, so a version that
 * came into use between two pages is a `Conflict`.
 */
export const sliceOf = <T>(asked: Asked, items: readonly T[], version = 0): Slice<T> => {
  const [of = version, at = 0] = cursorNumbers(asked.query.cursor, 2) ?? [];
  if (of !== version)
    throw new Conflict('Another data version came into use between two pages. Begin again at the first.');
  const end = at + asked.query.limit;
  return {
    items: items.slice(at, end),
    next: end < items.length ? nextPath(asked, `${version}.${end}`) : null,
  };
};
