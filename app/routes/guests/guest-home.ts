/** Where those begin who have no board. */
import type { Actor } from '../../commons/permissions/actor.ts';
import { isAllowed, whoCan } from '../../commons/permissions/permission.ts';
import { NotAllowed } from '../../platform/errors.ts';
import { valuesPolicy } from '../../rooms/values/public.ts';

/** Null for who has one. */
export const guestHome = ({ assignments }: Actor): '/public' | '/shared' | null => {
  if (isAllowed(assignments, valuesPolicy['values.read'])) return null;
  if (assignments.some(({ role }) => role === 'partner')) return '/shared';
  return assignments.some(({ role }) => role === 'observer') ? '/public' : null;
};

/** Observers see the public page, and no page beside it. */
export const refuseObservers = (actor: Actor): void => {
  if (guestHome(actor) !== '/public') return;
  throw new NotAllowed('Observers see the public page.', whoCan(valuesPolicy['values.read']));
};
