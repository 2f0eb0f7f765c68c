/** The person behind a request's cookie, and whether that person may act yet. */
import { eq, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { Actor, Assignment } from '../permissions/actor.ts';
import { isPlace } from '../permissions/place.ts';
import { isRole, type Role } from '../permissions/role.ts';
import type { Auth } from './auth.ts';
import { agencySettings } from './settings/tables.ts';
import { account, roleAssignments } from './tables.ts';

export interface SignedInActor extends Actor {
  /** For the page's own greeting; never logged. */
  readonly name: string;
}

/** Somebody who has signed in, whether or not they may act: what the pages of their own account need. */
export interface Person extends SignedInActor {
  readonly email: string;
  /** Of the session the request came with. */
  readonly sessionId: string;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** A role they hold asks for a second factor. */
  readonly needsSecondFactor: boolean;
}

/** Somebody as an actor. Undefined for nobody, without any role, or until a second factor that is required is on. */
export const actorIn = (person: Person | undefined): SignedInActor | undefined => {
  if (!person || person.assignments.length === 0) return undefined;
  if (person.needsSecondFactor && !person.hasSecondFactor) return undefined;
  const { id, name, agency, assignments } = person;
  return { id, name, agency, assignments };
};

export interface WhoAsks {
  /** Undefined without a session, after its end, when suspended, without any role, or until a second factor that is required is on. */
  actorOf(headers: Headers): Promise<SignedInActor | undefined>;
  /** Undefined without a session, after its end, or when suspended. */
  personOf(headers: Headers): Promise<Person | undefined>;
}

export interface Held {
  readonly agency: string;
  readonly assignments: readonly Assignment[];
  readonly secondFactorRoles: readonly Role[];
  readonly hasPassword: boolean;
}

const hasPassword = sql<boolean>`exists (select from ${account}
  where ${account.userId} = ${roleAssignments.userId} and ${account.providerId} = 'credential')`;

/** For this part alone: read with the settings of sign-in. */
export const heldBy = async (orm: Pick<NodePgDatabase, 'select'>, userId: string): Promise<Held> => {
  const rows = await orm
    .select({
      role: roleAssignments.role,
      place: roleAssignments.place,
      agency: roleAssignments.agency,
      secondFactorRoles: agencySettings.secondFactorRoles,
      hasPassword,
    })
    .from(roleAssignments)
    .leftJoin(agencySettings, eq(agencySettings.agency, roleAssignments.agency))
    .where(eq(roleAssignments.userId, userId));
  return {
    agency: rows[0]?.agency ?? '',
    assignments: rows.flatMap(({ role, place }) => (isRole(role) && isPlace(place) ? [{ role, place }] : [])),
    secondFactorRoles: rows[0]?.secondFactorRoles ?? [],
    hasPassword: rows[0]?.hasPassword ?? false,
  };
};

export const whoAsksThrough = (auth: Auth, pool: Pool): WhoAsks => {
  const orm = drizzle(pool);
  const personOf = async (headers: Headers): Promise<Person | undefined> => {
    const found = await auth.api.getSession({ headers });
    if (!found || found.user.suspendedAt) return undefined;
    const { id, name, email, twoFactorEnabled } = found.user;
    const { secondFactorRoles, ...held } = await heldBy(orm, id);
    const isAsked = held.assignments.some(({ role }) => secondFactorRoles.includes(role));
    return {
      ...{ id, name, email, ...held },
      sessionId: found.session.id,
      hasSecondFactor: twoFactorEnabled === true,
      // Who signs in with the agency's own account has the second factor that the agency asks for there.
      needsSecondFactor: isAsked && held.hasPassword,
    };
  };
  return {
    personOf,
    actorOf: async (headers) => actorIn(await personOf(headers)),
  };
};
