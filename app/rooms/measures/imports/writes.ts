/** Adds, chooses and deletes data versions. Each change and its audit entry happen together or not at all. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { recordAudit } from '../../../commons/audit/writes.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { log } from '../../../platform/log.ts';
import { closePrepared } from '../results/prepared.ts';
import type { Manifest } from './manifest.ts';
import { asVersion, getVersionRow } from './reads.ts';
import type { Staged } from './stage.ts';
import { dataVersions } from './tables.ts';
import { type DataVersion, labelOf, type VersionStore } from './version.ts';
import { markFolder, moveFolder, settleFiles, unmarkFolder } from './version-folder.ts';

type Row = typeof dataVersions.$inferSelect;

/** One writer of the registry at a time: numbers and "in use" are decided by looking first. */
const oneWriter = (tx: Transaction): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('midcourse data versions', 4700))`);

const subjectOf = (number: number): string => `data-version:${number}`;

const putInUse = async (tx: Transaction, number: number): Promise<void> => {
  await tx.update(dataVersions).set({ inUse: false }).where(eq(dataVersions.inUse, true));
  await tx.update(dataVersions).set({ inUse: true }).where(eq(dataVersions.number, number));
};

const findSame = async (tx: Transaction, contentId: string): Promise<Row | undefined> => {
  const [row] = await tx.select().from(dataVersions).where(eq(dataVersions.contentId, contentId));
  return row;
};

const addRow = async (
  tx: Transaction,
  scope: Scope<'versions.import'>,
  manifest: Manifest,
  folder: string,
): Promise<Row> => {
  const { contentId, asOf, agency } = manifest;
  const madeBy = scope.actorId;
  const [row] = await tx
    .insert(dataVersions)
    .values({ contentId, label: labelOf(manifest), asOf, agency, madeBy, manifest, folder })
    .returning();
  if (!row) throw new Error('The registry did not keep the new version.');
  await recordAudit(tx, scope, {
    event: 'version-published',
    subject: subjectOf(row.number),
    details: { contentId, asOf, setAside: manifest.problems.setAside },
  });
  return row;
};

export interface Published {
  readonly version: DataVersion;
  /** False: the same files with the same settings are already there; nothing was added. */
  readonly isNew: boolean;
}

export interface PublishOptions {
  /** Whether pages read it from now on. The first version is in use in any case. */
  readonly putInUse: boolean;
}

/** Takes back a folder whose transaction did not commit. If even that cannot be told, the next start will. */
const takeBack = async (
  { database }: VersionStore,
  scope: Scope<'versions.import'>,
  contentId: string,
  folder: string,
): Promise<void> => {
  const row = await transactIn(database, scope, (tx) => findSame(tx, contentId));
  if (row === undefined || !folder.endsWith(row.folder)) await rm(folder, { recursive: true, force: true });
};

/**
 * Makes a staged folder a version: its files are put on disk, and the folder's name, the row and the audit entry appear
 * together. Killed at any point, the version in use is untouched and the next start removes what is left.
 */
export const publishVersion = async (
  store: VersionStore,
  scope: Scope<'versions.import'>,
  staged: Extract<Staged, { ok: true }>,
  options: PublishOptions,
): Promise<Published> => {
  const { manifest } = staged;
  const name = `${manifest.contentId.slice(0, 12)}-${randomBytes(4).toString('hex')}`;
  const place = join(store.dataFolder.versions, name);
  await settleFiles(staged.folder);
  await markFolder(staged.folder);
  const publish = async (tx: Transaction): Promise<Published> => {
    await oneWriter(tx);
    const same = await findSame(tx, manifest.contentId);
    if (same) return { version: asVersion(store, same), isNew: false };
    const others = await tx.$count(dataVersions);
    const row = await addRow(tx, scope, manifest, name);
    const inUse = options.putInUse || others === 0;
    if (inUse) await putInUse(tx, row.number);
    await moveFolder(staged.folder, store.dataFolder.versions, name);
    return { version: asVersion(store, { ...row, inUse }), isNew: true };
  };
  try {
    const published = await transactIn(store.database, scope, publish);
    if (published.isNew) await unmarkFolder(place);
    return published;
  } catch (error) {
    await takeBack(store, scope, manifest.contentId, place).catch(() => log.warn('version.not-taken-back'));
    throw error;
  }
};

/** From now on pages read this version. Throws `NotFound`. Choosing what is chosen changes nothing. */
export const useVersion = (
  store: VersionStore,
  scope: Scope<'versions.use'>,
  number: number,
): Promise<DataVersion> =>
  transactIn(store.database, scope, async (tx) => {
    await oneWriter(tx);
    const row = await getVersionRow(tx, number);
    if (row.inUse) return asVersion(store, row);
    await putInUse(tx, number);
    await recordAudit(tx, scope, { event: 'version-put-in-use', subject: subjectOf(number) });
    return asVersion(store, { ...row, inUse: true });
  });

/**
 * Removes a version, its report and its prepared figures. What was done stays in the audit.
 * Throws `NotFound`, `Conflict` (it is in use).
 */
export const deleteVersion = async (
  store: VersionStore,
  scope: Scope<'versions.delete'>,
  number: number,
): Promise<void> => {
  const row = await transactIn(store.database, scope, async (tx) => {
    await oneWriter(tx);
    const found = await getVersionRow(tx, number);
    if (found.inUse) throw new Conflict(`Version ${number} is in use. Use another version first.`);
    await markFolder(join(store.dataFolder.versions, found.folder));
    await tx.delete(dataVersions).where(eq(dataVersions.number, number));
    await recordAudit(tx, scope, { event: 'version-deleted', subject: subjectOf(number) });
    return found;
  });
  await closePrepared();
  await rm(join(store.dataFolder.derived, row.contentId), { recursive: true, force: true });
  await rm(join(store.dataFolder.versions, row.folder), { recursive: true, force: true });
};
