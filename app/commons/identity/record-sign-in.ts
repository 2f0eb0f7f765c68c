/** Puts a sign-in on record: in the audit, and its day with the person. */
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../platform/database/database.ts';
import { recordAudit } from '../audit/writes.ts';
import { systemScope } from '../permissions/scope.ts';
import { user } from './tables.ts';
import { transactWithAccounts } from './transact-with-accounts.ts';

export type SignedInWith = 'password' | 'authenticator code' | 'backup code' | 'agency account';

export const recordSignIn = async (database: Database, userId: string, how: SignedInWith): Promise<void> => {
  const scope = systemScope('sign-in', userId);
  await transactWithAccounts(database, scope, async (tx) => {
    await tx.update(user).set({ lastSignedInOn: sql`current_date` }).where(eq(user.id, userId));
    await recordAudit(tx, scope, {
      event: 'signed-in',
      subject: `account:${userId}`,
      details: { with: how },
    });
  });
};
