/** Every refusal as `application/problem+json` (RFC 9457), in the sentences of the pages. */
import { z } from 'zod';
import type { PageProblem } from '../page.ts';
import { problemHeadings } from '../problem-words.ts';
import { named } from './shapes.ts';

export type ApiProblemKind = PageProblem['kind'] | 'no-token' | 'too-many' | 'preparing' | 'broken';

interface KindOfProblem {
  readonly title: string;
  readonly status: number;
  /** When it happens, for the page that explains the API. */
  readonly when: string;
}

export const apiProblems: Readonly<Record<ApiProblemKind, KindOfProblem>> = {
  invalid: {
    title: problemHeadings.invalid,
    status: 422,
    when: 'Something in the address cannot be used. The remedy says what can.',
  },
  'no-token': {
    title: 'A token is needed',
    status: 401,
    when: 'No token came with the request, or one that is unknown, expired, revoked or stopped.',
  },
  'not-allowed': {
    title: problemHeadings['not-allowed'],
    status: 403,
    when: 'The token’s roles and places do not reach this. It says who can.',
  },
  'not-found': { title: problemHeadings['not-found'], status: 404, when: 'Nothing is at this address.' },
  conflict: {
    title: problemHeadings.conflict,
    status: 409,
    when: 'Another data version came into use between two pages of a list.',
  },
  'too-many': {
    title: 'Too many requests',
    status: 429,
    when: 'The token’s requests of this minute are used up. `Retry-After` says how long to wait.',
  },
  broken: {
    title: 'Something went wrong on our side',
    status: 500,
    when: 'A fault of ours, noted in the log.',
  },
  preparing: {
    title: 'The figures are being prepared',
    status: 503,
    when: 'A new data version came into use and its figures are not all there yet. `Retry-After` says when to ask again.',
  },
};

export const problemShape = named(
  'Problem',
  z.object({
    type: z.string().describe('Which kind of problem; leads to its explanation.'),
    title: z.string().describe('The same for every problem of the kind.'),
    status: z.int(),
    detail: z.string().describe('What happened, in one sentence.'),
    whoCan: z.string().nullable().describe('Who may do what this token may not.'),
    remedy: z.string().nullable().describe('What to do about it.'),
  }),
);

export interface Told {
  readonly detail: string;
  readonly whoCan?: string | null;
  readonly remedy?: string | null;
}

export const problemResponse = (
  kind: ApiProblemKind,
  { detail, whoCan = null, remedy = null }: Told,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const { title, status } = apiProblems[kind];
  const problem: z.infer<typeof problemShape> = {
    ...{ type: `/api#${kind}`, title, status, detail, whoCan, remedy },
  };
  return new Response(`${JSON.stringify(problem)}\n`, {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
};
