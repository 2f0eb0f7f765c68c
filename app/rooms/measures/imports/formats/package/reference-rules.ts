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
    from: 'removals',
    to: 'children',
    by: ['child_id'],
    rule: 'removal-without-child',
    sentence:
      'The child has no row in children, so no birth date. The row is imported; the measures drop the episode.',
  },
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

/** One table against another of the same package, both complete. */
export const checkReferences = async (
  tables: ReadonlyMap<CanonicalTable, TableRows>,
  context: ReadContext,
): Promise<void> => {
  for (const { from, to, by, rule, sentence } of references) {
    const table = tables.get(from);
    const target = tables.get(to);
    if (!table || !target || context.broughtByOthers.has(from) || context.broughtByOthers.has(to)) continue;
    const rows = `SELECT file_no, row_no, child_or_report AS value FROM (
        SELECT *, ${sqlName(by[0] ?? '')} AS child_or_report FROM ${await keptRows(table, context.analytics)})
      ANTI JOIN ${await keptRows(target, context.analytics)} USING (${by.map(sqlName).join(', ')})`;
    await nameRows({ rule, column: by.join(', '), weight: 'note', sentence, rows }, table, context);
  }
};
