/** An agency without an administrator could never let anybody in again: no change may leave it so. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { roleAssignments, user } from '../tables.ts';

const isAdministrator = and(eq(roleAssignments.role, 'administrator'), eq(roleAssignments.place, 'state'));

/** Of two administrators who remove each other at once, the second waits here until the first is done. */
const waitForOthers = (tx: Transaction): Promise<unknown> =>
  tx.select({ userId: roleAssignments.userId }).from(roleAssignments).where(isAdministrator).for('update');

/** Does the change, then throws `Conflict`, which takes it back, when no administrator is left who can sign in. */
export const keepingAnAdministrator = async (tx: Transaction, change: () => Promise<void>): Promise<void> => {
  await waitForOthers(tx);
  await change();
  const left = await tx
    .select({ userId: roleAssignments.userId })
    .from(roleAssignments)
    .innerJoin(user, eq(user.id, roleAssignments.userId))
    .where(and(isAdministrator, isNull(user.suspendedAt)))
    .limit(1);
  if (left.length === 0)
    throw new Conflict('This is the last administrator. Make somebody else administrator first.');
};
