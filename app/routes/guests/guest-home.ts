/** Where those begin who have no board. */
import type { Actor } from '../../commons/permissions/actor.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { valuesPolicy } from '../../rooms/values/public.ts';

/** Null for who has one. */
export const guestHome = ({ assignments }: Actor): '/public' | '/shared' | null => {
  if (isAllowed(assignments, valuesPolicy['values.read'])) return null;
  if (assignments.some(({ role }) => role === 'partner')) return '/shared';
  return assignments.some(({ role }) => role === 'observer') ? '/public' : null;
};
