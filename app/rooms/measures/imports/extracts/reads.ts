/** Saved mappings, and extracts whose mapping is in the making. */
import { desc, eq } from 'drizzle-orm';
import { recordAudit } from '../../../../commons/audit/writes.ts';
import type { Scope } from '../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../../platform/database/database.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Mapping } from '../formats/extract/mapping.ts';
import type { VersionStore } from '../version.ts';
import { readProfiles } from './draft-folder.ts';
import { groupSheets, openQuestions, type Question, type SheetGroup } from './rules.ts';
import { extractDrafts, extractMappings } from './tables.ts';

export interface SavedMapping {
  readonly name: string;
  readonly version: number;
  readonly content: Mapping;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export type DraftRow = typeof extractDrafts.$inferSelect;

export interface DraftWithFiles {
  readonly row: DraftRow;
  readonly groups: readonly SheetGroup[];
  readonly questions: readonly Question[];
}

/** For this room's own writes, inside their transaction. Newest first. */
export const mappingRows = async (tx: Transaction, name?: string): Promise<SavedMapping[]> =>
  tx
    .select()
    .from(extractMappings)
    .where(name === undefined ? undefined : eq(extractMappings.name, name))
    .orderBy(extractMappings.name, desc(extractMappings.version));

/** The version that counts of each, by name. */
export const listMappings = async (
  database: Database,
  scope: Scope<'mappings.change'>,
): Promise<SavedMapping[]> => {
  const rows = await transactIn(database, scope, (tx) => mappingRows(tx));
  return rows.filter((row, index) => rows[index - 1]?.name !== row.name);
};

/** All versions of one, the newest first. Throws `NotFound`. */
export const listMappingVersions = async (
  database: Database,
  scope: Scope<'mappings.change'>,
  name: string,
): Promise<SavedMapping[]> => {
  const rows = await transactIn(database, scope, (tx) => mappingRows(tx, name));
  if (rows.length === 0) throw new NotFound(`There is no mapping called "${name}".`);
  return rows;
};

/** The version that counts, or the one asked for. Throws `NotFound`. */
export const getMapping = async (
  database: Database,
  scope: Scope<'mappings.change'>,
  name: string,
  version?: number,
): Promise<SavedMapping> => {
  const rows = await listMappingVersions(database, scope, name);
  const found = version === undefined ? rows[0] : rows.find((row) => row.version === version);
  if (!found) throw new NotFound(`The mapping "${name}" has no version ${version}.`);
  return found;
};

/** Newest first. */
export const listDrafts = async (database: Database, scope: Scope<'mappings.change'>): Promise<DraftRow[]> =>
  transactIn(database, scope, (tx) =>
    tx.select().from(extractDrafts).orderBy(desc(extractDrafts.madeAt)).limit(20),
  );

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** For this room's own writes, inside their transaction. Throws `NotFound`. */
export const getDraftRow = async (tx: Transaction, id: string): Promise<DraftRow> => {
  const [row] = isId(id) ? await tx.select().from(extractDrafts).where(eq(extractDrafts.id, id)) : [];
  if (!row) throw new NotFound('These files are not here any more: they were imported, or taken out.');
  return row;
};

/** False when it was imported, or taken out. */
export const hasDraft = async (
  { database }: VersionStore,
  scope: Scope<'mappings.change'>,
  id: string,
): Promise<boolean> => {
  const rows = await transactIn(database, scope, (tx) =>
    tx.select({ id: extractDrafts.id }).from(extractDrafts).where(eq(extractDrafts.id, id)),
  );
  return rows.length > 0;
};

/** With what was found in its files, values of children among it: a person's reading is on record. Throws `NotFound`. */
export const getDraft = async (
  store: VersionStore,
  scope: Scope<'mappings.change'>,
  id: string,
): Promise<DraftWithFiles> => {
  const row = await transactIn(store.database, scope, async (tx) => {
    const found = await getDraftRow(tx, id);
    if (!scope.isSystem) await recordAudit(tx, scope, { event: 'extract-read', subject: `extract:${id}` });
    return found;
  });
  const groups = groupSheets(await readProfiles(store.dataFolder, id));
  return { row, groups, questions: openQuestions(groups, row.draft) };
};
