/** What is to be mended, as somebody may see it. Row-level security decides which rows there are; each reading is on record. */
import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { recordAudit } from '../../../commons/audit/writes.ts';
import { kindOf, nameOf, type Place } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Fix, FixNote, FixState } from './fix.ts';
import { dataFixes, dataFixLists, dataFixNotes, type FederalStandings, type FoundByRule } from './tables.ts';

type ReadScope = Scope<'fixes.read'>;
type Row = typeof dataFixes.$inferSelect;

export interface FixFilter {
  /** Who mends it: a county with all its units, or a unit. The state: everything within reach. */
  readonly at: Place;
  readonly rule: string | null;
  readonly states: readonly FixState[];
}

export interface FixPage {
  readonly offset: number;
  readonly limit: number;
}

export interface FixTally {
  readonly assignedTo: Place;
  readonly rule: string;
  readonly state: FixState;
  readonly fixes: number;
}

export interface FixList {
  /** Null: the list of this version has not been made. */
  readonly found: FoundByRule | null;
  readonly fixes: readonly Fix[];
  /** How many there are under the filter. */
  readonly total: number;
  /** Of everything within reach, whatever the filter. */
  readonly tallies: readonly FixTally[];
  readonly checks: FederalStandings;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const fixOf = ({ tableName, judgedAsOf: _, ...row }: Row): Fix => ({ ...row, table: tableName });

/** For this folder's own writes, inside their transaction. */
export const findFixRow = async (tx: Transaction, id: string): Promise<Row | undefined> => {
  const [row] = uuid.test(id) ? await tx.select().from(dataFixes).where(eq(dataFixes.id, id)) : [];
  return row;
};

const assignedWithin = (at: Place): SQL | undefined => {
  if (at === 'state') return undefined;
  if (kindOf(at) !== 'county') return eq(dataFixes.assignedTo, at);
  return or(
    eq(dataFixes.assignedTo, at),
    sql`starts_with(${dataFixes.assignedTo}, ${`unit:${nameOf(at)}/`})`,
  );
};

/** What the version's files speak of: the same fault of another family of files is that family's. */
const judgedBy = (judges: readonly string[]): SQL =>
  inArray(sql`${dataFixes.tableName} || ' ' || ${dataFixes.source}`, [...judges]);

const findList = async (tx: Transaction, version: number) => {
  const [list] = await tx.select().from(dataFixLists).where(eq(dataFixLists.version, version));
  return list && list.judges.length > 0 ? list : undefined;
};

/** Of the newest version with federal files: what was sent last tells how near a limit is. */
const findChecks = async (tx: Transaction): Promise<FederalStandings> => {
  const { checks, version } = dataFixLists;
  const [newest] = await tx
    .select({ checks })
    .from(dataFixLists)
    .where(sql`${checks} <> '{}'::jsonb`)
    .orderBy(desc(version))
    .limit(1);
  return newest?.checks ?? {};
};

const filtered = (judges: readonly string[], { at, rule, states }: FixFilter): SQL | undefined =>
  and(
    judgedBy(judges),
    assignedWithin(at),
    rule === null ? undefined : eq(dataFixes.rule, rule),
    inArray(dataFixes.state, [...states]),
  );

const fixesIn = async (
  tx: Transaction,
  where: SQL | undefined,
  { offset, limit }: FixPage,
): Promise<Fix[]> => {
  const { rule, assignedTo, childId, reportId, recordOn, id } = dataFixes;
  const rows = await tx
    .select()
    .from(dataFixes)
    .where(where)
    .orderBy(asc(rule), asc(assignedTo), asc(childId), asc(reportId), asc(recordOn), asc(id))
    .limit(limit)
    .offset(offset);
  return rows.map(fixOf);
};

const talliesOf = (tx: Transaction, judges: readonly string[]): Promise<FixTally[]> => {
  const { assignedTo, rule, state } = dataFixes;
  return tx
    .select({ assignedTo, rule, state, fixes: count() })
    .from(dataFixes)
    .where(judgedBy(judges))
    .groupBy(assignedTo, rule, state)
    .orderBy(asc(assignedTo), asc(rule), asc(state));
};

const auditRead = (
  tx: Transaction,
  scope: ReadScope,
  version: number,
  { at, rule, states }: FixFilter,
  records: number,
): Promise<void> =>
  recordAudit(tx, scope, {
    event: 'fixes-read',
    subject: `data-version:${version}`,
    details: { at, rule, states: states.join(' '), records },
  });

const nothing: FixList = { found: null, fixes: [], total: 0, tallies: [], checks: {} };

/** A page of the list of one version, with how many there are of each kind. */
export const listFixes = (
  database: Database,
  scope: ReadScope,
  version: number,
  filter: FixFilter,
  page: FixPage,
): Promise<FixList> =>
  transactIn(database, scope, async (tx) => {
    const list = await findList(tx, version);
    if (!list) return nothing;
    const where = filtered(list.judges, filter);
    const fixes = await fixesIn(tx, where, page);
    const total = await tx.$count(dataFixes, where);
    const tallies = await talliesOf(tx, list.judges);
    await auditRead(tx, scope, version, filter, fixes.length);
    return { found: list.found, fixes, total, tallies, checks: await findChecks(tx) };
  });

export interface FixInFull extends Fix {
  readonly notes: readonly FixNote[];
  readonly checks: FederalStandings;
}

/** Throws `NotFound`, also for what is out of reach. */
export const getFix = (database: Database, scope: ReadScope, id: string): Promise<FixInFull> =>
  transactIn(database, scope, async (tx) => {
    const row = await findFixRow(tx, id);
    if (!row) throw new NotFound('There is nothing of this kind to mend within your reach.');
    const { text, saidAs, saidAt, fixId } = dataFixNotes;
    const notes = await tx
      .select({ text, saidAs, saidAt })
      .from(dataFixNotes)
      .where(eq(fixId, id))
      .orderBy(asc(saidAt));
    await recordAudit(tx, scope, { event: 'fix-read', subject: `data-fix:${id}` });
    return { ...fixOf(row), notes, checks: await findChecks(tx) };
  });
