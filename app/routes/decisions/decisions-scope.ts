/** Who reads decisions on pages of their own: staff, Nations, and partners what was shared with them. */
import type { Actor } from '../../commons/permissions/actor.ts';
import { type Scope, scopeFor } from '../../commons/permissions/scope.ts';
import { decisionsPolicy } from '../../rooms/values/public.ts';
import { refuseObservers } from '../guests/guest-home.ts';

/** Throws `NotAllowed` for everybody else; observers have them on the public page. */
export const readDecisionsAs = (actor: Actor): Scope<'decisions.read'> => {
  refuseObservers(actor);
  return scopeFor(actor, decisionsPolicy['decisions.read']);
};
