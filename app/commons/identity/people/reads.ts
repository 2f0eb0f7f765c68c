/** Who has an account or an invitation, what they are to the agency, and when they were last here. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Assignment } from '../../permissions/actor.ts';
import { isPlace, type Place } from '../../permissions/place.ts';
import { isRole } from '../../permissions/role.ts';
import { type Scope, systemScope } from '../../permissions/scope.ts';
import { oneTimeLinks } from '../one-time-links/tables.ts';
import { roleAssignments, user } from '../tables.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';

type ReadScope = Scope<'accounts.manage'>;

export interface PersonListed {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly assignments: readonly Assignment[];
  readonly isSuspended: boolean;
  readonly hasSecondFactor: boolean;
  /** False: signs in with the agency's own account, whose rules give the roles. */
  readonly hasPassword: boolean;
  readonly lastSignedInOn: string | null;
  /** When they last said that the password is forgotten, until they have a new one. */
  readonly newPasswordAskedAt: Date | null;
  readonly openSessions: number;
}

export interface InvitationListed {
  readonly id: string;
  readonly email: string;
  readonly assignments: readonly Assignment[];
  readonly expiresAt: Date;
  readonly isExpired: boolean;
}

// In a query of one table Drizzle leaves the table's name away, which inside another table's means that one.
const openSessions = sql<number>`(select count(*)::int from sessions where user_id = users.id and expires_at > now())`;
const hasPassword = sql<boolean>`exists (select from accounts where user_id = users.id and provider_id = 'credential')`;

const people = (tx: Transaction) =>
  tx
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      isSuspended: sql<boolean>`${user.suspendedAt} is not null`,
      hasSecondFactor: user.twoFactorEnabled,
      hasPassword,
      lastSignedInOn: user.lastSignedInOn,
      newPasswordAskedAt: user.newPasswordAskedAt,
      openSessions,
    })
    .from(user);

const assignmentsByUser = async (tx: Transaction): Promise<ReadonlyMap<string, readonly Assignment[]>> => {
  const rows = await tx
    .select()
    .from(roleAssignments)
    .orderBy(asc(roleAssignments.role), asc(roleAssignments.place));
  const byUser = new Map<string, Assignment[]>();
  for (const { userId, role, place } of rows)
    if (isRole(role) && isPlace(place)) byUser.set(userId, [...(byUser.get(userId) ?? []), { role, place }]);
  return byUser;
};

/** By name. */
export const listPeople = (database: Database, scope: ReadScope): Promise<PersonListed[]> =>
  transactWithAccounts(database, scope, async (tx) => {
    const byUser = await assignmentsByUser(tx);
    const rows = await people(tx).orderBy(asc(sql`lower(${user.name})`), asc(user.id));
    return rows.map((row) => ({ ...row, assignments: byUser.get(row.id) ?? [] }));
  });

/** Throws NotFound. */
export const getPerson = (database: Database, scope: ReadScope, id: string): Promise<PersonListed> =>
  transactWithAccounts(database, scope, async (tx) => {
    const [row] = await people(tx).where(eq(user.id, id));
    if (!row) throw new NotFound('There is no such person here.');
    return { ...row, assignments: (await assignmentsByUser(tx)).get(id) ?? [] };
  });

/** Their id; undefined when nobody has this address. */
export const findPersonByEmail = (
  database: Database,
  scope: ReadScope,
  email: string,
): Promise<string | undefined> =>
  transactWithAccounts(database, scope, async (tx) => {
    const [found] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    return found?.id;
  });

const isOpenInvitation = and(
  eq(oneTimeLinks.kind, 'invitation'),
  isNull(oneTimeLinks.usedAt),
  isNull(oneTimeLinks.revokedAt),
);

/** Those not taken up yet, expired ones too: an administrator renews or takes them back. */
export const listInvitations = (database: Database, scope: ReadScope): Promise<InvitationListed[]> =>
  transactWithAccounts(database, scope, async (tx) => {
    const rows = await tx
      .select({
        id: oneTimeLinks.id,
        email: oneTimeLinks.email,
        assignments: oneTimeLinks.assignments,
        expiresAt: oneTimeLinks.expiresAt,
        isExpired: sql<boolean>`${oneTimeLinks.expiresAt} <= now()`,
      })
      .from(oneTimeLinks)
      .where(isOpenInvitation)
      .orderBy(asc(oneTimeLinks.email));
    return rows.map((row) => ({ ...row, email: row.email ?? '', assignments: row.assignments ?? [] }));
  });

/** Places at which anybody holds a role, or is invited to: names alone, for lists to choose from. */
export const listPlacesHeld = (database: Database): Promise<Place[]> =>
  transactWithAccounts(database, systemScope('names of places that are here'), async (tx) => {
    const held = await tx.selectDistinct({ place: roleAssignments.place }).from(roleAssignments);
    const invited = await tx
      .select({ assignments: oneTimeLinks.assignments })
      .from(oneTimeLinks)
      .where(isOpenInvitation);
    const asked = invited.flatMap(({ assignments }) => assignments ?? []);
    return [...new Set([...held, ...asked].map(({ place }) => place))].filter(isPlace);
  });

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws NotFound. */
export const getInvitation = async (
  database: Database,
  scope: ReadScope,
  id: string,
): Promise<InvitationListed> => {
  const found = uuid.test(id)
    ? (await listInvitations(database, scope)).find((one) => one.id === id)
    : undefined;
  if (!found) throw new NotFound('This invitation was taken up or taken back.');
  return found;
};
