/** Whether anybody is here yet, and whether a set-up address still opens. */
import { count } from 'drizzle-orm';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { systemScope } from '../../permissions/scope.ts';
import { findLink } from '../one-time-links/reads.ts';
import { user } from '../tables.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';

export const hasNobody = async (tx: Transaction): Promise<boolean> => {
  const [accounts] = await tx.select({ number: count() }).from(user);
  return accounts?.number === 0;
};

/** True as long as there is not a single account. */
export const isEmptyInstallation = (database: Database): Promise<boolean> =>
  transactWithAccounts(database, systemScope('set-up'), hasNobody);

export const opensSetUp = (database: Database, secret: string): Promise<boolean> =>
  transactWithAccounts(
    database,
    systemScope('set-up'),
    async (tx) => (await hasNobody(tx)) && (await findLink(tx, 'set-up', secret)) !== undefined,
  );
