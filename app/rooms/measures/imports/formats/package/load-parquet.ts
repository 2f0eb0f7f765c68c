/** Reads a package file that is Parquet: its columns as text, then by the same rules as a CSV. Lines are row numbers. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '../../../../../platform/analytics/duckdb.ts';
import type { ReadContext } from '../format.ts';
import { sqlName } from './cell-rules.ts';
import type { LoadedFile, LoadRequest } from './loaded-file.ts';
import { mendRows } from './mend-rows.ts';
import type { FileColumn } from './package-files.ts';
import { headerOf } from './read-header.ts';

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

const hashOf = async (path: string, signal: AbortSignal): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024, signal }))
    hash.update(chunk);
  return hash.digest('hex');
};

const columnTypes = async (
  request: LoadRequest,
  { analytics, problems }: ReadContext,
): Promise<Map<string, string>> => {
  try {
    const described = await analytics.all<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT * FROM read_parquet(${quoted(request.file.path)})`,
    );
    return new Map(described.map(({ column_name, column_type }) => [column_name, column_type]));
  } catch {
    return problems.stop({
      ...{ file: request.file.name, line: null, column: null, value: null, rule: 'parquet-unreadable' },
      sentence: 'The file is not a Parquet file, or it is damaged.',
    });
  }
};

export const loadParquet = async (request: LoadRequest, context: ReadContext): Promise<LoadedFile> => {
  const { file, shape, number } = request;
  const { analytics, problems } = context;
  const types = await columnTypes(request, context);
  const { columns } = headerOf([...types.keys()], file, shape, request.required, problems);
  for (const { name, kind } of columns)
    if (!suits(kind, types.get(name) ?? ''))
      problems.stop({
        ...{ file: file.name, line: null, column: name, value: null, rule: 'column-type-wrong' },
        sentence: `The column's type, ${types.get(name)}, cannot hold what this column holds.`,
      });
  const text = join(context.scratch, `text-${number}.parquet`);
  const select = columns.map((column) => asText(column, types.get(column.name) ?? '')).join(', ');
  await analytics.run(
    `COPY (SELECT ${select} FROM read_parquet(${quoted(file.path)})) TO ${quoted(text)} (FORMAT parquet)`,
  );
  const linesOf = async (rows: readonly number[]) => new Map(rows.map((row) => [row, row + 1]));
  const { relation, rows, setAside } = await mendRows({ request, columns, text, linesOf }, context);
  const sha256 = await hashOf(file.path, context.signal);
  return { file, shape, columns, relation, readyParquet: null, rows, setAside, sha256, linesOf };
};
