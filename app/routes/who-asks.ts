/** Who asks, looked up once for an answer: the frame and the page need the same. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { actorIn, type Person, type SignedInActor } from '../commons/identity/who-asks.ts';
import { servicesContext } from '../request-context.ts';
import { headersNow } from './session-cookies.ts';

type Asked = Pick<LoaderFunctionArgs | ActionFunctionArgs, 'request' | 'context'>;

/** By the one answer they are for, and the cookies it came with: an action may replace them. */
const kept = new WeakMap<object, Map<string, Promise<Person | undefined>>>();

export const personAsking = ({ request, context }: Asked): Promise<Person | undefined> => {
  const headers = headersNow(request, context);
  const { identity } = context.get(servicesContext);
  // What an action changes, the loaders after it must see.
  if (request.method !== 'GET') return identity.personOf(headers);
  const own = kept.get(context) ?? new Map<string, Promise<Person | undefined>>();
  kept.set(context, own);
  const cookies = headers.get('cookie') ?? '';
  const person = own.get(cookies) ?? identity.personOf(headers);
  own.set(cookies, person);
  return person;
};

/** Undefined for whoever may not act: without a session, a role, or a second factor that is required. */
export const actorAsking = async (asked: Asked): Promise<SignedInActor | undefined> =>
  actorIn(await personAsking(asked));
