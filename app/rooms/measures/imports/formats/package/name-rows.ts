/** Turns rows that break a rule into problems, with file, line, column and value. */

import type { Problem } from '../../problem.ts';
import { listedPerRule } from '../../problem-collector.ts';
import type { ReadContext } from '../format.ts';
import { sqlName } from './cell-rules.ts';
import { recordColumns, recordOf } from './record-columns.ts';
import type { TableRows } from './table-rows.ts';

export interface BrokenRule {
  readonly rule: string;
  readonly column: string | null;
  readonly weight: 'set-aside' | 'note';
  readonly sentence: string;
  /** Query of `file_no, row_no, value`. */
  readonly rows: string;
  /** Rows that are left out though nothing is lost by it: one of two equal rows. */
  readonly leavesOut?: boolean;
}

/** Collects the problems, and leaves the rows out when the rule says so. The rule is looked up once. */
export const nameRows = async (broken: BrokenRule, table: TableRows, context: ReadContext): Promise<void> => {
  const { analytics } = context;
  await analytics.run(`CREATE OR REPLACE TEMP TABLE broken_rows AS ${broken.rows}`);
  const counted = await analytics.all(
    'SELECT file_no, count(*) AS n FROM broken_rows GROUP BY file_no ORDER BY 1',
  );
  for (const { file_no, n } of counted) await nameInFile(broken, table, Number(file_no), Number(n), context);
  if (counted.length > 0 && (broken.weight === 'set-aside' || broken.leavesOut === true))
    await analytics.run(
      `INSERT INTO ${sqlName(table.leftOut)}
       SELECT DISTINCT file_no, row_no, ${broken.weight === 'set-aside'} FROM broken_rows
       ANTI JOIN ${sqlName(table.leftOut)} USING (file_no, row_no)`,
    );
};

const nameInFile = async (
  broken: BrokenRule,
  { files, relation, names, shape }: TableRows,
  index: number,
  count: number,
  { analytics, problems }: ReadContext,
): Promise<void> => {
  const loaded = files[index];
  if (!loaded) return;
  const rows = await analytics.all(
    `SELECT broken.row_no, CAST(broken.value AS VARCHAR) AS value, ${recordColumns(shape, names)}
     FROM (SELECT * FROM broken_rows WHERE file_no = ${index} ORDER BY row_no LIMIT ${listedPerRule}) AS broken
       LEFT JOIN ${sqlName(relation)} AS source ON source.file_no = ${index} AND source.row_no = broken.row_no
     ORDER BY broken.row_no`,
  );
  const numbers = rows.map(({ row_no }) => Number(row_no));
  const lines = await loaded.linesOf(numbers);
  const { rule, weight, sentence } = broken;
  const { ownWords } = loaded;
  const column = broken.column === null ? null : (ownWords?.columnOf(broken.column) ?? broken.column);
  const own = broken.column === null ? null : await ownWords?.valuesOf(broken.column, numbers);
  const shared: Omit<Problem, 'line' | 'value'> = { file: loaded.file.name, column, rule, weight, sentence };
  for (const { row_no, value, ...row } of rows)
    problems.add({
      ...shared,
      line: lines.get(Number(row_no)) ?? null,
      value: own?.get(Number(row_no)) ?? (typeof value === 'string' ? value : null),
      about: recordOf(shape, row),
    });
  if (count > rows.length) problems.add({ ...shared, line: null, value: null }, count - rows.length);
};
