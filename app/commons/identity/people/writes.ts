/** What an administrator does with accounts. Each change and its audit entry happen together or not at all. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { recordAudit } from '../../audit/writes.ts';
import type { Assignment } from '../../permissions/actor.ts';
import type { Scope } from '../../permissions/scope.ts';
import { makeLink, revokeLinks } from '../one-time-links/writes.ts';
import { rolesInWords } from '../roles-in-words.ts';
import { account, roleAssignments, session, twoFactor, user } from '../tables.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import { keepingAnAdministrator } from './last-administrator.ts';

type ChangeScope = Scope<'accounts.manage'>;
type Details = Readonly<Record<string, string | number>>;

/** Throws NotFound where there is no such person; records what `work` did to them. */
const changing = (
  database: Database,
  scope: ChangeScope,
  id: string,
  event: string,
  work: (tx: Transaction) => Promise<Details | undefined>,
): Promise<void> =>
  transactWithAccounts(database, scope, async (tx) => {
    const found = await tx.select({ id: user.id }).from(user).where(eq(user.id, id));
    if (found.length === 0) throw new NotFound('There is no such person here.');
    const details = (await work(tx)) ?? {};
    await recordAudit(tx, scope, { event, subject: `account:${id}`, details });
  });

const agencyOf = async (tx: Transaction, scope: ChangeScope): Promise<string> => {
  if (scope.agency !== '') return scope.agency;
  const [row] = await tx.select({ agency: roleAssignments.agency }).from(roleAssignments).limit(1);
  if (!row) throw new Conflict('There is no agency yet.');
  return row.agency;
};

const hasCredential = async (tx: Transaction, id: string): Promise<boolean> => {
  const isCredential = and(eq(account.userId, id), eq(account.providerId, 'credential'));
  return (await tx.select({ id: account.id }).from(account).where(isCredential)).length > 0;
};

/** Throws `Conflict` for the last administrator, and for whoever gets roles by the agency account's rules. */
export const changeAssignments = (
  database: Database,
  scope: ChangeScope,
  id: string,
  assignments: readonly Assignment[],
): Promise<void> =>
  changing(database, scope, id, 'roles-changed', async (tx) => {
    if (assignments.length === 0) throw new Invalid('Choose at least one role.');
    if (!(await hasCredential(tx, id)))
      throw new Conflict('The roles of this person follow from the rules for agency accounts.');
    const agency = await agencyOf(tx, scope);
    await keepingAnAdministrator(tx, async () => {
      await tx.delete(roleAssignments).where(eq(roleAssignments.userId, id));
      await tx.insert(roleAssignments).values(assignments.map((held) => ({ ...held, userId: id, agency })));
    });
    return { roles: rolesInWords(assignments) };
  });

const endAll = async (tx: Transaction, id: string): Promise<number> => {
  const { rowCount } = await tx.delete(session).where(eq(session.userId, id));
  return rowCount ?? 0;
};

/** Nobody is signed in with the account from now on, and nobody can sign in. Throws `Conflict` for the last administrator. */
export const suspendPerson = (database: Database, scope: ChangeScope, id: string): Promise<void> =>
  changing(database, scope, id, 'account-suspended', async (tx) => {
    await keepingAnAdministrator(tx, async () => {
      await tx
        .update(user)
        .set({ suspendedAt: sql`now()` })
        .where(and(eq(user.id, id), isNull(user.suspendedAt)));
    });
    await revokeLinks(tx, 'new-password', { userId: id });
    return { sessionsEnded: await endAll(tx, id) };
  });

export const reopenAccount = (database: Database, scope: ChangeScope, id: string): Promise<void> =>
  changing(database, scope, id, 'account-reopened', async (tx) => {
    await tx
      .update(user)
      .set({ suspendedAt: null })
      .where(and(eq(user.id, id), isNotNull(user.suspendedAt)));
    return undefined;
  });

export const endSessions = (database: Database, scope: ChangeScope, id: string): Promise<void> =>
  changing(database, scope, id, 'sessions-ended', async (tx) => ({ sessionsEnded: await endAll(tx, id) }));

/** For whoever lost phone and backup codes: the password is enough again, until they turn a second factor on anew. */
export const resetSecondFactor = (database: Database, scope: ChangeScope, id: string): Promise<void> =>
  changing(database, scope, id, 'second-factor-reset', async (tx) => {
    await tx.delete(twoFactor).where(eq(twoFactor.userId, id));
    await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, id));
    return { sessionsEnded: await endAll(tx, id) };
  });

/** The secret of an address at which the person chooses a new password; earlier ones open nothing any more. */
export const makeNewPasswordLink = async (
  database: Database,
  scope: ChangeScope,
  id: string,
): Promise<string> => {
  let secret = '';
  await changing(database, scope, id, 'new-password-link-made', async (tx) => {
    const suspended = await tx
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.id, id), isNotNull(user.suspendedAt)));
    if (suspended.length > 0) throw new Conflict('The account is suspended. Open it again first.');
    if (!(await hasCredential(tx, id))) throw new Conflict('This person signs in with their agency account.');
    await revokeLinks(tx, 'new-password', { userId: id });
    ({ secret } = await makeLink(tx, 'new-password', { userId: id, madeBy: scope.actorId }));
    return undefined;
  });
  return secret;
};
