/** What every page's loader and action pass through: who asks, and how the four errors of the house become answers. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import type { Person, SignedInActor } from '../commons/identity/who-asks.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../platform/errors.ts';
import { type Services, servicesContext } from '../request-context.ts';
import { recordSmallCells, type SeenSmallCells } from './record-small-cells.ts';
import { replaceCookies } from './session-cookies.ts';
import { actorAsking, personAsking } from './who-asks.ts';

export interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly services: Services;
  readonly actor: SignedInActor;
  /** Figures of few children that this visit was shown: they go on record before the answer leaves. */
  readonly seen: SeenSmallCells[];
}

/** What the error page is told. Never holds a value of a record. */
export interface PageProblem {
  readonly kind: 'not-found' | 'not-allowed' | 'conflict' | 'invalid';
  readonly message: string;
  readonly whoCan: string | null;
  readonly remedy: string | null;
}

/** Its HTTP status beside it; null for what is none of the four errors of the house. */
export const problemOf = (error: unknown): [PageProblem, number] | null => {
  const plain = { whoCan: null, remedy: null };
  if (error instanceof NotFound) return [{ ...plain, kind: 'not-found', message: error.message }, 404];
  if (error instanceof NotAllowed)
    return [{ ...plain, kind: 'not-allowed', message: error.message, whoCan: error.whoCan }, 403];
  if (error instanceof Conflict) return [{ ...plain, kind: 'conflict', message: error.message }, 409];
  if (error instanceof Invalid)
    return [{ ...plain, kind: 'invalid', message: error.message, remedy: error.remedy ?? null }, 422];
  return null;
};

/** The page asked for, when signing in is done; only a path of ours, never another site. */
export const safeNext = (next: string | null): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';

const signInInstead = (url: URL): Response => {
  const wanted = `${url.pathname}${url.search}`;
  return redirect(wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`);
};

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Who has signed in and still has to turn on a second factor is led there; everybody else signs in. */
const firstThis = async (args: Args, url: URL): Promise<Response> => {
  const person = await personAsking(args);
  if (!person?.needsSecondFactor || person.hasSecondFactor) return signInInstead(url);
  return redirect('/account/second-factor');
};

const answered = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    throw data(problem[0], { status: problem[1] });
  }
};

/** Wraps a loader or an action that only somebody who has signed in may reach. */
export const signedIn =
  <T>(work: (visit: Visit) => Promise<T>) =>
  async (args: Args): Promise<T> => {
    const { request, context, params } = args;
    const services = context.get(servicesContext);
    const url = new URL(request.url);
    const actor = await actorAsking(args);
    if (!actor) throw await firstThis(args, url);
    return answered(async () => {
      const seen: SeenSmallCells[] = [];
      const answer = await work({ request, url, params, services, actor, seen });
      await recordSmallCells(services.database, actor, seen);
      return answer;
    });
  };

/** A visit to the pages of one's own account: open also to whoever may not act yet. */
export interface OwnVisit extends Omit<Visit, 'actor' | 'seen'> {
  readonly person: Person;
  /** Cookies that an action replaced, for the loaders of the same answer. */
  readonly keep: (cookies: readonly string[]) => void;
}

export const ownAccount =
  <T>(work: (visit: OwnVisit) => Promise<T>) =>
  async ({ request, context, params }: Args): Promise<T> => {
    const services = context.get(servicesContext);
    const url = new URL(request.url);
    const person = await personAsking({ request, context });
    if (!person) throw signInInstead(url);
    const keep = (cookies: readonly string[]) => replaceCookies(context, cookies);
    return answered(() => work({ request, url, params, services, person, keep }));
  };

/** The same for a download: what went wrong is one plain sentence, since there is no page to put it on. */
export const signedInDownload =
  (work: (visit: Visit) => Promise<Response>) =>
  async (args: Args): Promise<Response> => {
    try {
      return await signedIn(work)(args);
    } catch (thrown) {
      const told = thrown as { readonly data?: PageProblem; readonly init?: ResponseInit | null };
      if (thrown instanceof Response || told.data?.kind === undefined) throw thrown;
      const { message, whoCan, remedy } = told.data;
      const sentences = [message, whoCan, remedy].filter((sentence) => sentence !== null);
      return new Response(`${sentences.join(' ')}\n`, {
        status: told.init?.status ?? 500,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    }
  };
