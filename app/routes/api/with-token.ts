/**
 * What every call of a program passes through: the token, its budget, the question, the room, the answer. A session's
 * cookie is never looked at here, so no page of another site can ask in somebody's name.
 */
import type { LoaderFunctionArgs } from 'react-router';
import type { z } from 'zod';
import { type Bearer, bearerOf } from '../../commons/tokens/bearer.ts';
import { log } from '../../platform/log.ts';
import { requestsAMinute } from '../../platform/requests-a-minute.ts';
import { servicesContext } from '../../request-context.ts';
import { problemOf } from '../page.ts';
import { recordSmallCells, type SeenSmallCells } from '../record-small-cells.ts';
import type { Asking } from '../version-in-use.ts';
import { type Answer, answered } from './answer.ts';
import { unauthorised } from './no-token.ts';
import type { Operation } from './operation.ts';
import { problemResponse } from './problem-json.ts';
import { readQuestion } from './read-question.ts';
import { StillPreparing } from './ready-version.ts';

export interface Call<P = unknown, Q = unknown> extends Asking, Bearer {
  readonly params: P;
  readonly query: Q;
}

export const callsAMinute = 120;
const budgetOf = requestsAMinute(callsAMinute);

const broken = (error: unknown, path: string): Response => {
  log.error('api.failed', { path, error: error instanceof Error ? error.name : 'unknown' });
  return problemResponse('broken', {
    detail: 'The answer could not be made. It has been noted in the log, without anything about children.',
    remedy:
      'Ask again in a minute. If it stays like this, tell whoever runs Midcourse here when it happened.',
  });
};

const refused = (error: unknown, path: string): Response => {
  if (error instanceof StillPreparing)
    return problemResponse(
      'preparing',
      { detail: error.message, remedy: 'Ask again in a few seconds.' },
      { 'retry-after': '5' },
    );
  const problem = problemOf(error);
  if (problem === null) return broken(error, path);
  const [{ kind, message, whoCan, remedy }] = problem;
  return problemResponse(kind, { detail: message, whoCan, remedy });
};

/** Null where no token was shown; blank for what is no bearer token. */
const shownBy = (request: Request): string | null => {
  const given = request.headers.get('authorization');
  return given === null ? null : (/^Bearer +(\S+) *$/i.exec(given)?.[1] ?? '');
};

const withinBudget = async ({ token }: Bearer, work: () => Promise<Response>): Promise<Response> => {
  const { isSpent, left, seconds } = budgetOf(token.id);
  const response = isSpent
    ? problemResponse(
        'too-many',
        { detail: `A token may ask ${callsAMinute} times a minute.`, remedy: `Wait ${seconds} seconds.` },
        { 'retry-after': String(seconds) },
      )
    : await work();
  response.headers.set('ratelimit-policy', `"token";q=${callsAMinute};w=60`);
  response.headers.set('ratelimit', `"token";r=${left};t=${seconds}`);
  return response;
};

/** Wraps the loader of an address of the API. */
export const withToken =
  <P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
    operation: Operation<P, Q, A>,
    work: (call: Call<z.output<P>, z.output<Q>>) => Promise<Answer<z.input<A>>> | Answer<z.input<A>>,
  ) =>
  async ({ request, context, params }: LoaderFunctionArgs): Promise<Response> => {
    const services = context.get(servicesContext);
    const url = new URL(request.url);
    const ask = async (bearer: Bearer): Promise<Response> => {
      const asked = {
        params: readQuestion(operation.params, Object.entries(params)),
        query: readQuestion(operation.query, [...url.searchParams]),
      };
      const seen: SeenSmallCells[] = [];
      const answer = await work({ services, url, seen, ...bearer, ...asked });
      const response = await answered(request, bearer, operation.answer, answer);
      await recordSmallCells(services.database, bearer.actor, seen);
      return response;
    };
    const refuse = (error: unknown): Response => refused(error, url.pathname);
    try {
      const shown = shownBy(request);
      const bearer = shown === null ? null : await bearerOf(services.database, shown);
      if (bearer === null || typeof bearer === 'string') return unauthorised(request, bearer);
      return await withinBudget(bearer, () => ask(bearer).catch(refuse));
    } catch (error) {
      return refuse(error);
    }
  };
