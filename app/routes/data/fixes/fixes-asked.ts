/** What the address of the fix list asks for, and the scope that answers it: for the page and for its CSV. */
import { type Scope, scopeFor } from '../../../commons/permissions/scope.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type FixFilter, type FixState, fixesPolicy, fixStates } from '../../../rooms/measures/public.ts';
import type { Visit } from '../../page.ts';
import { placeAsked } from '../../place-asked.ts';

/** `to-mend` is everything that is not gone. */
export type StateAsked = FixState | 'to-mend';

export interface FixesAsked {
  readonly scope: Scope<'fixes.read'>;
  readonly filter: FixFilter;
  readonly state: StateAsked;
}

const stateOf = (text: string | null): StateAsked => {
  if (text === null || text === '' || text === 'to-mend') return 'to-mend';
  const state = fixStates.find((known) => known === text);
  if (state) return state;
  throw new Invalid('The list cannot be narrowed in that way.', 'Choose from the lists on the page.');
};

/** Throws `NotAllowed` at a place that is out of reach. */
export const fixesAsked = (visit: Pick<Visit, 'url' | 'actor'>): FixesAsked => {
  const { actor, url } = visit;
  const permission = fixesPolicy['fixes.read'];
  const scope = scopeFor(actor, permission);
  const at = placeAsked(visit, permission);
  scopeFor(actor, permission, at);
  const state = stateOf(url.searchParams.get('state'));
  const rule = url.searchParams.get('rule') || null;
  const states = state === 'to-mend' ? fixStates.filter((each) => each !== 'gone') : [state];
  return { scope, state, filter: { at, rule, states } };
};
