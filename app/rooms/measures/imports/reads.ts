/** Which data versions there are, and which one is in use. */
import { join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { dataVersions } from './tables.ts';
import type { DataVersion, VersionStore } from './version.ts';

export const asVersion = (
  { dataFolder }: Pick<VersionStore, 'dataFolder'>,
  row: typeof dataVersions.$inferSelect,
): DataVersion => ({ ...row, folder: join(dataFolder.versions, row.folder) });

/** Newest first. */
export const listVersions = async (
  store: VersionStore,
  scope: Scope<'versions.see'>,
): Promise<DataVersion[]> => {
  const rows = await transactIn(store.database, scope, (tx) =>
    tx.select().from(dataVersions).orderBy(desc(dataVersions.number)),
  );
  return rows.map((row) => asVersion(store, row));
};

/** For this room's own writes and reports, inside their transaction. Throws `NotFound`. */
export const getVersionRow = async (
  tx: Transaction,
  number: number,
): Promise<typeof dataVersions.$inferSelect> => {
  const [row] = await tx.select().from(dataVersions).where(eq(dataVersions.number, number));
  if (!row) throw new NotFound(`There is no data version ${number}.`);
  return row;
};

/** Throws `NotFound`. */
export const getVersion = async (
  store: VersionStore,
  scope: Scope<'versions.see'>,
  number: number,
): Promise<DataVersion> =>
  asVersion(store, await transactIn(store.database, scope, (tx) => getVersionRow(tx, number)));

/** The version every page reads; undefined before the first import. */
export const versionInUse = async (
  store: VersionStore,
  scope: Scope<'versions.read'>,
): Promise<DataVersion | undefined> => {
  const [row] = await transactIn(store.database, scope, (tx) =>
    tx.select().from(dataVersions).where(eq(dataVersions.inUse, true)),
  );
  return row && asVersion(store, row);
};
