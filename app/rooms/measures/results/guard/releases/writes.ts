/** Puts on the ledger what is shown from now on. */
import type { SystemScope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import type { EarlierRelease, TableName } from './reads.ts';
import { releasedTables } from './tables.ts';

export type NewRelease = TableName & EarlierRelease;

/** Two processes may release the same at once: it is one release. Before it is written nothing of it is shown. */
export const addRelease = async (
  database: Database,
  scope: SystemScope,
  release: NewRelease,
): Promise<void> => {
  await transactIn(database, scope, (tx) => tx.insert(releasedTables).values(release).onConflictDoNothing());
};
