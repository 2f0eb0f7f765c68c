/** Roles by the rules for agency accounts: given, changed and taken at each sign-in, on record. */
import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { recordAudit } from '../../audit/writes.ts';
import type { Assignment } from '../../permissions/actor.ts';
import { systemScope } from '../../permissions/scope.ts';
import { keepingAnAdministrator } from '../people/last-administrator.ts';
import { rolesInWords } from '../roles-in-words.ts';
import { account, roleAssignments, session } from '../tables.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';

const hasPassword = async (tx: Transaction, userId: string): Promise<boolean> => {
  const isCredential = and(eq(account.userId, userId), eq(account.providerId, 'credential'));
  return (await tx.select({ id: account.id }).from(account).where(isCredential)).length > 0;
};

/** An administrator invited this person: roles are given here and not by rules. */
export const isInvited = (database: Database, userId: string): Promise<boolean> =>
  transactWithAccounts(database, systemScope('agency account', userId), (tx) => hasPassword(tx, userId));

/** One installation is one agency's: the name its first administrator gave it. */
const agencyName = async (tx: Transaction): Promise<string> => {
  const [row] = await tx.select({ agency: roleAssignments.agency }).from(roleAssignments).limit(1);
  if (!row) throw new Conflict('Midcourse is not set up yet.');
  return row.agency;
};

const inOrder = (assignments: readonly Assignment[]): string =>
  rolesInWords(assignments.toSorted((a, b) => (`${a.role} ${a.place}` < `${b.role} ${b.place}` ? -1 : 1)));

/** Throws `Conflict` where that would leave nobody to administer, and where nobody set Midcourse up. */
export const applyRules = (
  database: Database,
  userId: string,
  assignments: readonly Assignment[],
): Promise<void> => {
  const scope = systemScope('rules for agency accounts', userId);
  return transactWithAccounts(database, scope, async (tx) => {
    if (await hasPassword(tx, userId)) return;
    const agency = await agencyName(tx);
    const isTheirs = eq(roleAssignments.userId, userId);
    const before = (await tx.select().from(roleAssignments).where(isTheirs)) as unknown as Assignment[];
    if (inOrder(before) === inOrder(assignments)) return;
    await keepingAnAdministrator(tx, async () => {
      await tx.delete(roleAssignments).where(isTheirs);
      const rows = assignments.map((held) => ({ ...held, userId, agency }));
      if (rows.length > 0) await tx.insert(roleAssignments).values(rows);
    });
    if (assignments.length === 0) await tx.delete(session).where(eq(session.userId, userId));
    const details = { roles: inOrder(assignments) };
    await recordAudit(tx, scope, { event: 'roles-by-rules', subject: `account:${userId}`, details });
  });
};
