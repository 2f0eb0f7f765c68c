/** Puts what a version shows on record and compares it with what was known: new, still there, back again, or gone. */
import {
  type AnyColumn,
  and,
  arrayContains,
  eq,
  inArray,
  lte,
  ne,
  not,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import { recordAudit } from '../../../../commons/audit/writes.ts';
import type { SystemScope } from '../../../../commons/permissions/scope.ts';
import type { Day } from '../../../../platform/clock.ts';
import type { Transaction } from '../../../../platform/database/database.ts';
import type { Finding, Findings } from '../findings.ts';
import { dataFixes, dataFixLists, type FederalStandings, type FoundByRule } from '../tables.ts';

export interface Judgement {
  readonly version: number;
  readonly asOf: Day;
  readonly judges: readonly string[];
  readonly found: FoundByRule;
  readonly checks: FederalStandings;
}

/** Data as old as what has judged already, or newer, decide; older data only add where they showed it too. */
const decides = sql`excluded.judged_as_of >= ${dataFixes.judgedAsOf}`;

const stateSeenAgain = sql`case
  when not (${decides}) then ${dataFixes.state}
  when ${dataFixes.state} = 'gone' then 'open'
  when ${dataFixes.state} = 'said-fixed' and ${dataFixes.saidFixedOn} <= excluded.judged_as_of then 'still-there'
  else ${dataFixes.state} end`;

const newer = (column: string, kept: AnyColumn): SQL =>
  sql`case when ${decides} then ${sql.raw(`excluded.${column}`)} else ${kept} end`;

const rowOf = (finding: Finding, { version, asOf }: Judgement): typeof dataFixes.$inferInsert => ({
  ...finding,
  assignedTo: finding.place,
  seenIn: [version],
  judgedAsOf: asOf,
});

/** One piece of a version's findings; the same piece again changes nothing. */
export const recordFindings = async (
  tx: Transaction,
  findings: readonly Finding[],
  judgement: Judgement,
): Promise<void> => {
  if (findings.length === 0) return;
  const { source, tableName, rule, field, childId, reportId, recordOn } = dataFixes;
  await tx
    .insert(dataFixes)
    .values(findings.map((finding) => rowOf(finding, judgement)))
    .onConflictDoUpdate({
      target: [source, tableName, rule, field, childId, reportId, recordOn],
      set: {
        state: stateSeenAgain,
        place: newer('place', dataFixes.place),
        // What somebody assigned stays where it is; the rest follows the record.
        assignedTo: sql`case when ${decides} and ${dataFixes.assignedTo} = ${dataFixes.place} then excluded.place else ${dataFixes.assignedTo} end`,
        sentence: newer('sentence', dataFixes.sentence),
        records: newer('records', dataFixes.records),
        goneIn: sql`case when ${decides} then null else ${dataFixes.goneIn} end`,
        goneHow: sql`case when ${decides} then null else ${dataFixes.goneHow} end`,
        seenIn: sql`case when ${dataFixes.seenIn} @> excluded.seen_in then ${dataFixes.seenIn} else ${dataFixes.seenIn} || excluded.seen_in end`,
        judgedAsOf: sql`greatest(${dataFixes.judgedAsOf}, excluded.judged_as_of)`,
      },
    });
};

/** What this version could show and does not. A rule whose list was cut short decides nothing. */
const notSeenAnyMore = ({ version, asOf, judges, found }: Judgement): SQL | undefined => {
  const cutShort = Object.entries(found)
    .filter(([, counts]) => counts.found > counts.listed)
    .map(([rule]) => rule);
  return and(
    inArray(sql`${dataFixes.tableName} || ' ' || ${dataFixes.source}`, [...judges]),
    ne(dataFixes.state, 'gone'),
    lte(dataFixes.judgedAsOf, asOf),
    not(arrayContains(dataFixes.seenIn, [version])),
    cutShort.length > 0 ? notInArray(dataFixes.rule, cutShort) : undefined,
  );
};

const perPiece = 1000;

const setGone = async (
  tx: Transaction,
  ids: readonly string[],
  goneHow: 'mended' | 'absent',
  { version, asOf }: Judgement,
): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .update(dataFixes)
    .set({ state: 'gone', goneIn: version, goneHow, judgedAsOf: asOf })
    .where(inArray(dataFixes.id, [...ids]));
};

/** Gives how many are gone. Says of each whether its record is still in the data. */
export const settleGone = async (
  tx: Transaction,
  judgement: Judgement,
  presentAmong: Findings['presentAmong'],
): Promise<number> => {
  if (judgement.judges.length === 0) return 0;
  const { id, childId, reportId } = dataFixes;
  for (let gone = 0; ; ) {
    const rows = await tx
      .select({ id, childId, reportId })
      .from(dataFixes)
      .where(notSeenAnyMore(judgement))
      .limit(perPiece);
    if (rows.length === 0) return gone;
    const present = await presentAmong(rows.flatMap((row) => [row.childId, row.reportId]).filter(Boolean));
    const isThere = (row: (typeof rows)[number]): boolean =>
      (row.childId === '' && row.reportId === '') || present.has(row.childId) || present.has(row.reportId);
    const idsOf = (wanted: boolean) => rows.filter((row) => isThere(row) === wanted).map((row) => row.id);
    await setGone(tx, idsOf(true), 'mended', judgement);
    await setGone(tx, idsOf(false), 'absent', judgement);
    gone += rows.length;
  }
};

/** What has been gone for a year is forgotten: nobody needs to know any more whose record it was. */
const forgetLongGone = (tx: Transaction, asOf: Day): Promise<unknown> =>
  tx
    .delete(dataFixes)
    .where(
      and(eq(dataFixes.state, 'gone'), sql`${dataFixes.judgedAsOf} < ${asOf}::date - interval '1 year'`),
    );

/** Closes the making of a list: what is gone, what is forgotten, and that it is made. */
export const closeList = async (
  tx: Transaction,
  scope: SystemScope,
  judgement: Judgement,
  presentAmong: Findings['presentAmong'],
): Promise<{ readonly gone: number; readonly listed: number }> => {
  const { version, asOf, judges, found, checks } = judgement;
  const gone = await settleGone(tx, judgement, presentAmong);
  await forgetLongGone(tx, asOf);
  const row = { version, judges: [...judges], found, checks };
  await tx
    .insert(dataFixLists)
    .values(row)
    .onConflictDoUpdate({ target: dataFixLists.version, set: { ...row, madeAt: sql`now()` } });
  const listed = Object.values(found).reduce((sum, counts) => sum + counts.listed, 0);
  await recordAudit(tx, scope, {
    event: 'fix-list-made',
    subject: `data-version:${version}`,
    details: { listed, gone },
  });
  return { gone, listed };
};
