/** Rows that point to a row of another table that is not there. They are imported; the report says so. */
import type { CanonicalTable } from '../../canonical.ts';
import type { ReadContext } from '../format.ts';
import { sqlName } from './cell-rules.ts';
import { nameRows } from './name-rows.ts';
import { keptRows, type TableRows } from './table-rows.ts';

interface Reference {
  readonly from: CanonicalTable;
  readonly to: CanonicalTable;
  readonly by: readonly string[];
  readonly rule: string;
  readonly sentence: string;
}

const references: readonly Reference[] = [
  {
    from: 'placements',
    to: 'removals',
    by: ['child_id', 'removal_date'],
    rule: 'placement-without-removal',
    sentence: 'There is no such removal. The row is imported; no measure counts it.',
  },
  {
    from: 'visits',
    to: 'removals',
    by: ['child_id'],
    rule: 'visit-without-removal',
    sentence: 'The child has no removal. The row is imported; no measure counts it.',
  },
  {
    from: 'investigations',
    to: 'reports',
    by: ['report_id'],
    rule: 'investigation-without-report',
    sentence: 'There is no such report. The row is imported.',
  },
];

interface ChildRule {
  readonly rule: string;
  readonly column: string;
  readonly when: string;
  readonly sentence: string;
}

const childRules: readonly ChildRule[] = [
  {
    rule: 'removal-without-child',
    column: 'child_id',
    when: 'is_known IS NULL',
    sentence:
      'The child has no row in children, so no birth date. The row is imported; the measures drop the episode.',
  },
  {
    rule: 'birth-after-removal',
    column: 'removal_date',
    when: 'birth_date > removal_date',
    sentence:
      'The child is born after this removal. The row is imported; the measures drop the episode and count it.',
  },
  {
    rule: 'birth-after-discharge',
    column: 'discharge_date',
    when: 'birth_date > discharge_date',
    sentence:
      'The child is born after this discharge. The row is imported; the measures drop the episode and count it.',
  },
];

/** Removals against their children, in one join for all three rules. */
const checkAgainstChildren = async (
  removals: TableRows,
  children: TableRows,
  context: ReadContext,
): Promise<void> => {
  const { analytics } = context;
  const rules = childRules.filter(({ column }) => removals.names.includes(column));
  await analytics.run(
    `CREATE OR REPLACE TEMP TABLE against_children AS
     SELECT file_no, row_no, ${rules.map(({ column }) => column).join(', ')}, birth_date, is_known
     FROM ${await keptRows(removals, analytics)}
     LEFT JOIN (SELECT child_id, birth_date, true AS is_known FROM ${await keptRows(children, analytics)}) USING (child_id)
     WHERE ${rules.map(({ when }) => when).join(' OR ')}`,
  );
  for (const { rule, column, when, sentence } of rules) {
    const rows = `SELECT file_no, row_no, ${column} AS value FROM against_children WHERE ${when}`;
    await nameRows({ rule, column, weight: 'note', sentence, rows }, removals, context);
  }
};

const checkReference = async (
  { by, rule, sentence }: Reference,
  table: TableRows,
  target: TableRows,
  context: ReadContext,
): Promise<void> => {
  const { analytics } = context;
  const key = by.map(sqlName).join(', ');
  const rows = `SELECT file_no, row_no, ${sqlName(by[0] ?? '')} AS value
    FROM (SELECT file_no, row_no, ${key} FROM ${await keptRows(table, analytics)})
    ANTI JOIN ${await keptRows(target, analytics)} USING (${key})`;
  await nameRows({ rule, column: by.join(', '), weight: 'note', sentence, rows }, table, context);
};

/** Tables of one package against each other; a table that another source brings or completes is not judged here. */
export const checkReferences = async (
  tables: ReadonlyMap<CanonicalTable, TableRows>,
  context: ReadContext,
): Promise<void> => {
  const own = (table: CanonicalTable) => (context.broughtByOthers.has(table) ? undefined : tables.get(table));
  for (const reference of references) {
    const table = own(reference.from);
    const target = own(reference.to);
    if (table && target) await checkReference(reference, table, target, context);
  }
  const removals = own('removals');
  const children = own('children');
  if (removals && children) await checkAgainstChildren(removals, children, context);
};
