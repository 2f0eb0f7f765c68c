/** Takes extracts in, keeps what is said about them, saves mappings. Each change and its audit entry happen together. */
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { recordAudit } from '../../../../commons/audit/writes.ts';
import type { Scope } from '../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../commons/permissions/transact-in.ts';
import { nowAt } from '../../../../platform/clock.ts';
import type { Database, Transaction } from '../../../../platform/database/database.ts';
import { hashOfMapping, type Mapping, readMapping } from '../formats/extract/mapping.ts';
import { openStagingFolder } from '../staging-folder.ts';
import type { VersionStore } from '../version.ts';
import type { ExtractCheck } from './check.ts';
import { keepDraft, profileFiles, removeDraftFolder } from './draft-folder.ts';
import { type DraftRow, getDraftRow, mappingRows, type SavedMapping } from './reads.ts';
import { groupSheets, knownGroups, newDraft, type SheetGroup } from './rules.ts';
import { extractDrafts, extractMappings } from './tables.ts';

type ChangeScope = Scope<'mappings.change'>;

const subjectOf = (id: string): string => `extract:${id}`;

/** The saved mapping that knows most of the files, if it knows any. */
export const bestMapping = (
  groups: readonly SheetGroup[],
  rows: readonly SavedMapping[],
): SavedMapping | null => {
  const newest = rows.filter((row, index) => rows[index - 1]?.name !== row.name);
  const [best] = newest
    .map((row) => ({ row, known: knownGroups(groups, row.content) }))
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known || b.row.madeAt.getTime() - a.row.madeAt.getTime());
  return best?.row ?? null;
};

/** Looks through files that were sent, recognises them where a saved mapping does, and keeps them until they are imported. */
export const receiveExtract = async (
  store: VersionStore,
  scope: ChangeScope,
  upload: { readonly folder: string; readonly paths: readonly string[] },
): Promise<string> => {
  const id = randomUUID();
  const scratch = await openStagingFolder(store.dataFolder, 'unpacked');
  const files = upload.paths.map((path) => ({ path, name: basename(path) }));
  const profiles = await profileFiles(files, scratch.path).finally(() => scratch.remove());
  const groups = groupSheets(profiles);
  await keepDraft(store.dataFolder, id, upload.folder, profiles);
  try {
    await transactIn(store.database, scope, async (tx) => {
      const saved = bestMapping(groups, await mappingRows(tx));
      const draft = newDraft(groups, saved?.content ?? null);
      const names = files.map(({ name }) => name);
      await tx
        .insert(extractDrafts)
        .values({ id, files: names, draft, basedOn: saved?.name ?? null, madeBy: scope.actorId });
      const details = { files: files.length, mapping: saved?.name ?? null };
      await recordAudit(tx, scope, { event: 'extract-received', subject: subjectOf(id), details });
    });
    return id;
  } catch (error) {
    await removeDraftFolder(store.dataFolder, id);
    throw error;
  }
};

type Change = Partial<Pick<DraftRow, 'draft' | 'asOf' | 'checkJob'>>;

/** Keeps what somebody said. What it is made from is read in the same transaction. Throws `NotFound`. */
export const changeDraft = (
  database: Database,
  scope: ChangeScope,
  id: string,
  change: (row: DraftRow) => Change,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    await tx.execute(sql`select 1 from ${extractDrafts} where ${extractDrafts.id} = ${id}::uuid for update`);
    const row = await getDraftRow(tx, id);
    await tx.update(extractDrafts).set(change(row)).where(eq(extractDrafts.id, id));
    await recordAudit(tx, scope, { event: 'extract-mapping-changed', subject: subjectOf(id) });
  });

export const keepCheck = (
  database: Database,
  scope: ChangeScope,
  id: string,
  checked: ExtractCheck,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    await tx.update(extractDrafts).set({ checked }).where(eq(extractDrafts.id, id));
    const details = { isPossible: checked.isPossible, setAside: checked.setAside };
    await recordAudit(tx, scope, { event: 'extract-checked', subject: subjectOf(id), details });
  });

/** Takes the files out again, imported or not. */
export const removeDraft = async (store: VersionStore, scope: ChangeScope, id: string): Promise<void> => {
  await transactIn(store.database, scope, async (tx) => {
    await getDraftRow(tx, id);
    await tx.delete(extractDrafts).where(eq(extractDrafts.id, id));
    await recordAudit(tx, scope, { event: 'extract-removed', subject: subjectOf(id) });
  });
  await removeDraftFolder(store.dataFolder, id);
};

const addVersion = async (
  tx: Transaction,
  scope: ChangeScope,
  content: Mapping,
  version: number,
): Promise<SavedMapping> => {
  const [row] = await tx
    .insert(extractMappings)
    .values({ name: content.name, version, content, madeBy: scope.actorId })
    .returning();
  if (!row) throw new Error('The mapping was not kept.');
  await recordAudit(tx, scope, {
    event: 'mapping-saved',
    subject: `mapping:${content.name}`,
    details: { version, hash: hashOfMapping(content).slice(0, 12) },
  });
  return row;
};

/** Saves a mapping as the next version of its name; the same again is the version that is there. Throws `Invalid`. */
export const saveMapping = (
  database: Database,
  scope: ChangeScope,
  mapping: Mapping,
): Promise<SavedMapping> => {
  const content = readMapping(mapping);
  return transactIn(database, scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('midcourse mappings', 4700))`);
    const [newest] = await mappingRows(tx, content.name);
    if (newest && hashOfMapping(newest.content) === hashOfMapping(content)) return newest;
    return addVersion(tx, scope, content, (newest?.version ?? 0) + 1);
  });
};

const keptDays = 30;

/** Takes out what was sent a month ago and never imported, and folders that a killed process left. */
export const sweepDrafts = async (store: VersionStore, scope: ChangeScope): Promise<void> => {
  const rows = await transactIn(store.database, scope, (tx) =>
    tx.select({ id: extractDrafts.id, madeAt: extractDrafts.madeAt }).from(extractDrafts),
  );
  const oldest = nowAt().getTime() - keptDays * 86_400_000;
  for (const { id, madeAt } of rows) if (madeAt.getTime() < oldest) await removeDraft(store, scope, id);
  const known = new Set(rows.map(({ id }) => id));
  for (const id of await readdir(store.dataFolder.extracts))
    if (!known.has(id)) await removeDraftFolder(store.dataFolder, id);
};
