/** Somebody who has signed in, for tests. */
import type { Actor } from '../../app/commons/permissions/actor.ts';
import type { Place } from '../../app/commons/permissions/place.ts';
import type { Role } from '../../app/commons/permissions/role.ts';

/** `actorAs('analyst')`; `actorAs('leader', 'county:Alder')`. The id is the role's and the place's, so that two are two. */
export const actorAs = (role: Role, place: Place = 'state', id = `${role}-at-${place}`): Actor => ({
  id,
  agency: 'Juniper',
  assignments: [{ role, place }],
});
