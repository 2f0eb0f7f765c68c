/** The rooms in the masthead: those a person may enter, in the order of the work. */

import { auditPolicy } from '../commons/audit/policy.ts';
import { identityPolicy } from '../commons/identity/policy.ts';
import type { Actor } from '../commons/permissions/actor.ts';
import { isAllowed, type Permission } from '../commons/permissions/permission.ts';
import type { Role } from '../commons/permissions/role.ts';
import { reviewsPolicy } from '../rooms/changes/public.ts';
import { fixesPolicy, importsPolicy, resultsPolicy } from '../rooms/measures/public.ts';
import { decisionsPolicy, valuesPolicy } from '../rooms/values/public.ts';

interface Room {
  readonly path: string;
  readonly label: string;
  readonly needs: Permission;
  /** Guests have a page of their own in its place. */
  readonly of?: Role;
  readonly notOf?: Role;
}

const rooms: readonly Room[] = [
  { path: '/', label: 'Board', needs: valuesPolicy['values.read'] },
  { path: '/shared', label: 'Shared with you', needs: valuesPolicy['values.see-shared'], of: 'partner' },
  { path: '/public', label: 'Public page', needs: valuesPolicy['values.see-shared'], of: 'observer' },
  { path: '/values', label: 'Values', needs: valuesPolicy['values.read'] },
  { path: '/measures', label: 'Measures', needs: resultsPolicy['measures.read'] },
  { path: '/reviews', label: 'Reviews', needs: reviewsPolicy['reviews.read'] },
  { path: '/decisions', label: 'Decisions', needs: decisionsPolicy['decisions.read'], notOf: 'observer' },
  { path: '/published', label: 'Published', needs: resultsPolicy['measures.read'] },
  { path: '/data', label: 'Data', needs: importsPolicy['versions.see'] },
  { path: '/data/fixes', label: 'To mend', needs: fixesPolicy['fixes.read'] },
  { path: '/people', label: 'People', needs: identityPolicy['accounts.manage'] },
  { path: '/audit', label: 'Audit', needs: auditPolicy['audit.read'] },
];

const isFor = ({ needs, of, notOf }: Room, { assignments }: Actor): boolean => {
  const isOnly = (role: Role): boolean => assignments.every((held) => held.role === role);
  if (of !== undefined && !assignments.some(({ role }) => role === of)) return false;
  return isAllowed(assignments, needs) && !(notOf !== undefined && isOnly(notOf));
};

export const roomsFor = (actor: Actor): { path: string; label: string }[] =>
  rooms.filter((room) => isFor(room, actor)).map(({ path, label }) => ({ path, label }));
