/** Reads a package file that is Parquet: its columns as text, then by the same rules as a CSV. Lines are row numbers. */
import { join } from 'node:path';
import { quoted } from '../../../../../platform/analytics/duckdb.ts';
import { sha256Of } from '../../write-tables.ts';
import type { ReadContext, SourceFile } from '../format.ts';
import { sqlName } from './cell-rules.ts';
import type { LoadedFile, LoadRequest } from './loaded-file.ts';
import { mendRows } from './mend-rows.ts';
import type { FileColumn, PackageFile } from './package-files.ts';
import { type Header, headerOf } from './read-header.ts';

const whole = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;

/** Whether a column of this Parquet type can hold what the table's column holds. */
const suits = (kind: FileColumn['kind'], type: string): boolean => {
  if (type === 'VARCHAR') return true;
  if (kind === 'text' || kind === 'integer') return whole.test(type);
  if (kind === 'flag') return type === 'BOOLEAN' || whole.test(type);
  if (kind === 'date') return type === 'DATE' || type === 'TIMESTAMP';
  return kind === 'moment' ? type === 'DATE' || type === 'TIMESTAMP' : type.startsWith('ENUM');
};

/** The cell as the text that a CSV would hold. */
const asText = ({ name, kind }: FileColumn, type: string): string => {
  const cell = sqlName(name);
  if (type === 'BOOLEAN') return `CASE ${cell} WHEN true THEN '1' WHEN false THEN '0' END AS ${cell}`;
  if (kind === 'date' && type === 'TIMESTAMP')
    return `CASE WHEN date_trunc('day', ${cell}) = ${cell} THEN CAST(CAST(${cell} AS DATE) AS VARCHAR) ELSE CAST(${cell} AS VARCHAR) END AS ${cell}`;
  return `nullif(CAST(${cell} AS VARCHAR), '') AS ${cell}`;
};

const columnTypes = async (
  file: SourceFile,
  { analytics, problems }: ReadContext,
): Promise<Map<string, string>> => {
  try {
    const described = await analytics.all<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT * FROM read_parquet(${quoted(file.path)})`,
    );
    return new Map(described.map(({ column_name, column_type }) => [column_name, column_type]));
  } catch {
    return problems.stop({
      ...{ file: file.name, line: null, column: null, value: null, rule: 'parquet-unreadable' },
      sentence: 'The file is not a Parquet file, or it is damaged.',
    });
  }
};

/** As `readHeader` for a CSV; stops as well when a column's type cannot hold what the column holds. */
export const readParquetHeader = async (
  file: SourceFile,
  shape: PackageFile,
  required: readonly string[],
  context: ReadContext,
): Promise<Header> => {
  const { problems } = context;
  const types = await columnTypes(file, context);
  const header = headerOf([...types.keys()], file, shape, required, problems);
  for (const { name, kind } of header.columns)
    if (!suits(kind, types.get(name) ?? ''))
      problems.stop({
        ...{ file: file.name, line: null, column: name, value: null, rule: 'column-type-wrong' },
        sentence: `The column's type, ${types.get(name)}, cannot hold what this column holds.`,
      });
  return header;
};

export const loadParquet = async (request: LoadRequest, context: ReadContext): Promise<LoadedFile> => {
  const { file, shape, header, number } = request;
  const { columns } = header;
  const types = await columnTypes(file, context);
  const text = join(context.scratch, `text-${number}.parquet`);
  const select = columns.map((column) => asText(column, types.get(column.name) ?? '')).join(', ');
  await context.analytics.run(
    `COPY (SELECT ${select} FROM read_parquet(${quoted(file.path)})) TO ${quoted(text)} (FORMAT parquet)`,
  );
  const linesOf = async (rows: readonly number[]) => new Map(rows.map((row) => [row, row + 1]));
  const { relation, rows, setAside } = await mendRows({ request, columns, text, linesOf }, context);
  const sha256 = await sha256Of(file.path, context.signal);
  return { file, shape, columns, relation, readyParquet: null, rows, setAside, sha256, linesOf };
};
