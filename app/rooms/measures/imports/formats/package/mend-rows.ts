/** Rows read as text: names each cell that cannot be read, sets the row aside or blanks the field, reads the rest. */
import { join } from 'node:path';
import { quoted } from '../../../../../platform/analytics/duckdb.ts';
import { listedPerRule } from '../../problem-collector.ts';
import type { ReadContext } from '../format.ts';
import { canonicalSelect, filledNames } from './canonical-select.ts';
import { readLeniently, sqlName, unreadable, unreadableInWords } from './cell-rules.ts';
import type { LoadRequest } from './loaded-file.ts';
import type { FileColumn } from './package-files.ts';
import { recordColumns, recordOf } from './record-columns.ts';

export interface TextRows {
  readonly request: LoadRequest;
  readonly columns: readonly FileColumn[];
  /** Parquet file of the cells as text. */
  readonly text: string;
  linesOf(rowNumbers: readonly number[]): Promise<Map<number, number>>;
}

export interface Mended {
  readonly relation: string;
  readonly rows: number;
  readonly setAside: number;
}

const nameBadCells = async (
  column: FileColumn,
  count: number,
  from: string,
  { request, columns, linesOf }: TextRows,
  { analytics, problems }: ReadContext,
): Promise<void> => {
  const cells = await analytics.all(
    `SELECT row_no, left(${sqlName(column.name)}, 100) AS value,
       ${recordColumns(
         request.shape,
         columns.map(({ name }) => name),
       )}
     FROM ${from} AS source WHERE ${unreadable(column)}
     ORDER BY row_no LIMIT ${listedPerRule}`,
  );
  const lines = await linesOf(cells.map(({ row_no }) => Number(row_no)));
  const weight = column.isNeeded ? 'set-aside' : 'note';
  const shared = {
    file: request.file.name,
    column: column.name,
    weight,
    ...unreadableInWords(column),
  } as const;
  for (const { row_no, value, ...row } of cells)
    problems.add({
      ...shared,
      line: lines.get(Number(row_no)) ?? null,
      value: String(value),
      about: recordOf(request.shape, row),
    });
  if (count > cells.length) problems.add({ ...shared, line: null, value: null }, count - cells.length);
};

/** Makes the view of the rows that can be used. */
export const mendRows = async (rows: TextRows, context: ReadContext): Promise<Mended> => {
  const { request, columns, text } = rows;
  const from = `(SELECT *, file_row_number AS row_no FROM read_parquet(${quoted(text)}, file_row_number = true))`;
  const checked = columns.flatMap((column) => {
    const bad = unreadable(column);
    return bad ? [{ column, bad: `coalesce(${bad}, false)` }] : [];
  });
  const useless =
    checked
      .filter(({ column }) => column.isNeeded)
      .map(({ bad }) => bad)
      .join(' OR ') || 'false';
  const counts = checked.map(({ bad }, index) => `, count_if(${bad}) AS bad_${index}`).join('');
  const [counted] = await context.analytics.all(
    `SELECT count(*) AS n, count_if(${useless}) AS useless ${counts} FROM ${from}`,
  );
  for (const [index, { column }] of checked.entries()) {
    const count = Number(counted?.[`bad_${index}`] ?? 0);
    if (count > 0) await nameBadCells(column, count, from, rows, context);
  }
  const mended = join(context.scratch, `mended-${request.number}.parquet`);
  await context.analytics.run(
    `COPY (SELECT ${canonicalSelect(request.shape, columns, readLeniently)}, row_no FROM ${from} WHERE NOT (${useless}))
     TO ${quoted(mended)} (FORMAT parquet)`,
  );
  const relation = `package_rows_${request.number}`;
  const names = filledNames(request.shape, columns).map(sqlName).join(', ');
  await context.analytics.run(
    `CREATE VIEW ${sqlName(relation)} AS SELECT ${names}, row_no FROM read_parquet(${quoted(mended)})`,
  );
  return { relation, rows: Number(counted?.n ?? 0), setAside: Number(counted?.useless ?? 0) };
};
