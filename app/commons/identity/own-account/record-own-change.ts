/** Puts on record what somebody changed about their own account. */
import type { Database } from '../../../platform/database/database.ts';
import { recordAudit } from '../../audit/writes.ts';
import { systemScope } from '../../permissions/scope.ts';
import { transactIn } from '../../permissions/transact-in.ts';

export const recordOwnChange = async (database: Database, userId: string, event: string): Promise<void> => {
  const scope = systemScope('own account', userId);
  await transactIn(database, scope, (tx) => recordAudit(tx, scope, { event, subject: `account:${userId}` }));
};
