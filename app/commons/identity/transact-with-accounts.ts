/** The way of identity's own reads and writes to accounts: a transaction of the scope that sees what sign-in sees. */
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Scope } from '../permissions/scope.ts';
import { settingsOf } from '../permissions/transact-in.ts';

export const transactWithAccounts = <T>(
  database: Database,
  scope: Scope<'accounts.manage'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => database.transact({ ...settingsOf(scope), 'midcourse.part': 'sign-in' }, work);
