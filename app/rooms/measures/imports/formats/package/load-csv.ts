/**
 * Reads a package CSV. First strictly, straight into Parquet, which is all that a flawless file needs; when the reader
 * refuses anything, again as text, so that each flaw can be named and mended by its rule.
 */
import { join } from 'node:path';
import { type Analytics, quoted } from '../../../../../platform/analytics/duckdb.ts';
import type { ReadContext } from '../format.ts';
import { canonicalSelect, filledNames } from './canonical-select.ts';
import { readStrictly, sqlName, strictType } from './cell-rules.ts';
import { withOneLineEnd } from './line-ends.ts';
import { linesOfRecords } from './lines-of-records.ts';
import type { LoadedFile, LoadRequest } from './loaded-file.ts';
import { mendRows } from './mend-rows.ts';
import type { FileColumn } from './package-files.ts';
import { countRaggedLines } from './ragged-lines.ts';
import type { Header } from './read-header.ts';
import { assertFewRefused, listRefused, type Refusals } from './refused-rows.ts';
import type { CsvScan } from './scan-csv.ts';

interface CsvRead {
  readonly path: string;
  readonly header: Header;
  readonly typeOf: (column: FileColumn) => string;
  /** Where the engine writes the rows it refuses; null = the first of them ends the reading. */
  readonly rejects: string | null;
}

/** The reader's call. Columns we do not read keep a place of their own and are never looked at. */
const readCsv = ({ path, header, typeOf, rejects }: CsvRead): string => {
  const columns = header.fields.map(
    ({ column }, index) =>
      `${quoted(column ? column.name : `unread column ${index + 1}`)}: ${quoted(column ? typeOf(column) : 'VARCHAR')}`,
  );
  const call = [
    `${quoted(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"'`,
    `columns = {${columns.join(', ')}}`,
  ];
  if (rejects !== null) {
    call.push(
      `store_rejects = true, rejects_table = ${quoted(rejects)}, rejects_scan = ${quoted(`${rejects}_scan`)}`,
    );
  }
  return `read_csv(${call.join(', ')})`;
};

const dropRejects = (analytics: Analytics, rejects: string): Promise<void> =>
  analytics.run(
    `DROP TABLE IF EXISTS ${sqlName(rejects)}; DROP TABLE IF EXISTS ${sqlName(`${rejects}_scan`)}`,
  );

/**
 * True when the whole file could be read strictly. The first flaw ends it: the engine holds every row it refuses in
 * memory, beyond its limit, and a million of them take gigabytes.
 */
const copyStrictly = async (read: CsvRead, request: LoadRequest, into: string, analytics: Analytics) => {
  const select = canonicalSelect(request.shape, read.header.columns, readStrictly);
  try {
    await analytics.run(`COPY (SELECT ${select} FROM ${readCsv(read)}) TO ${quoted(into)} (FORMAT parquet)`);
    return true;
  } catch (error) {
    if (isFlawInData(error)) return false;
    throw error;
  }
};

/** The engine's words for a file it cannot take as it is, in contrast to a full disk or too little memory. */
const isFlawInData = (error: unknown): boolean =>
  error instanceof Error && /^(Invalid Input|Conversion|Out of Range) Error/.test(error.message);

/** Every cell as text into a scratch Parquet; the rows that are not even rows are named. */
const copyAsText = async (
  path: string,
  request: LoadRequest,
  into: string,
  context: ReadContext,
): Promise<Refusals> => {
  const { analytics } = context;
  const { header } = request;
  const rejects = `refused_${request.number}`;
  const read = { path, header, typeOf: () => 'VARCHAR', rejects };
  const select = header.columns.map(({ name }) => sqlName(name)).join(', ');
  try {
    await analytics.run(`COPY (SELECT ${select} FROM ${readCsv(read)}) TO ${quoted(into)} (FORMAT parquet)`);
  } catch (error) {
    if (!isFlawInData(error)) throw error;
    unreadable(request, context);
  }
  const refusals = await listRefused(rejects, path, request.file, header, context);
  await dropRejects(analytics, rejects);
  return refusals;
};

const unreadable = ({ file }: LoadRequest, { problems }: ReadContext): never =>
  problems.stop({
    ...{ file: file.name, line: null, column: null, value: null, rule: 'csv-unreadable' },
    sentence: 'The file cannot be read as a CSV from beginning to end. Save it again as CSV UTF-8.',
  });

const loadMended = async (
  request: LoadRequest,
  sha256: string,
  context: ReadContext,
): Promise<LoadedFile> => {
  const { header } = request;
  const path = await withOneLineEnd(request.file.path, join(context.scratch, `plain-${request.number}.csv`));
  assertFewRefused(
    await countRaggedLines(path, header.fields.length, context.analytics),
    request.file,
    context,
  );
  const text = join(context.scratch, `text-${request.number}.parquet`);
  const refusals = await copyAsText(path, request, text, context);
  const linesOf = (records: readonly number[]) => linesOfRecords({ path, records, refusedAt: refusals.at });
  const mended = await mendRows({ request, columns: header.columns, text, linesOf }, context);
  return {
    file: request.file,
    shape: request.shape,
    columns: header.columns,
    relation: mended.relation,
    readyParquet: null,
    rows: mended.rows + refusals.count,
    setAside: mended.setAside + refusals.count,
    sha256,
    linesOf,
  };
};

/** `scan` must be of this file; it may still be under way. */
export const loadCsv = async (
  request: LoadRequest,
  scan: Promise<CsvScan>,
  context: ReadContext,
): Promise<LoadedFile> => {
  const { file, shape, header, number } = request;
  const { analytics } = context;
  const { sha256 } = await scan;
  const into = join(context.scratch, `rows-${number}.parquet`);
  const read = { path: file.path, header, typeOf: strictType, rejects: null };
  const hasMoments = header.columns.some(({ kind }) => kind === 'moment');
  if (hasMoments || !(await copyStrictly(read, request, into, analytics)))
    return loadMended(request, sha256, context);
  const relation = `package_rows_${number}`;
  const names = filledNames(shape, header.columns).map(sqlName).join(', ');
  await analytics.run(
    `CREATE VIEW ${sqlName(relation)} AS SELECT ${names}, file_row_number AS row_no FROM read_parquet(${quoted(into)}, file_row_number = true)`,
  );
  const [counted] = await analytics.all(`SELECT count(*) AS n FROM ${sqlName(relation)}`);
  const linesOf = (records: readonly number[]) =>
    linesOfRecords({ path: file.path, records, refusedAt: new Set() });
  const rows = Number(counted?.n ?? 0);
  return {
    ...{ file, shape, columns: header.columns, relation, readyParquet: into },
    ...{ rows, setAside: 0, sha256, linesOf },
  };
};
