/** Whoever looked over a shoulder has a code too: the second to enter it is refused (RFC 6238, 5.2). */
import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../../../platform/database/database.ts';
import { systemScope } from '../../permissions/scope.ts';
import { session } from '../tables.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import { usedCodes } from './tables.ts';

/** The library takes a code for half a minute before and after its time. */
const isOver = lt(usedCodes.usedAt, sql`now() - interval '2 minutes'`);

/** False when this code signed this person in before; the session it has just opened (`token`) is then ended. */
export const spendCode = (
  database: Database,
  userId: string,
  code: string,
  token: string,
): Promise<boolean> => {
  const codeHash = createHash('sha256').update(`${userId} ${code}`).digest('hex');
  return transactWithAccounts(database, systemScope('sign-in', userId), async (tx) => {
    await tx.delete(usedCodes).where(and(eq(usedCodes.userId, userId), isOver));
    const { rowCount } = await tx.insert(usedCodes).values({ userId, codeHash }).onConflictDoNothing();
    if (rowCount === 1) return true;
    await tx.delete(session).where(eq(session.token, token));
    return false;
  });
};
