/** The spools of all files, as tables of the engine tagged with the file they came from. */
import { type Analytics, quoted } from '../../../../../platform/analytics/duckdb.ts';
import type { Part, PeriodFile } from './period-file.ts';
import { type SpoolTable, spoolColumns, spoolPath, spoolTables } from './spool.ts';

/** What is counted from the start of the file, not of the part. */
const countedOn = (table: SpoolTable, { recordsBefore, linesBefore }: Part): string => {
  const record = `record_no + ${recordsBefore} AS record_no`;
  return table === 'children' ? `${record}, line + ${linesBefore} AS line` : record;
};

const scanOf = (table: SpoolTable, fileNo: number, part: Part): string => {
  const columns = Object.entries(spoolColumns[table])
    .map(([name, type]) => `'${name}': '${type}'`)
    .join(', ');
  return `SELECT ${fileNo}::INTEGER AS file_no, * REPLACE (${countedOn(table, part)})
    FROM read_csv(${quoted(spoolPath(part.spoolBase, table))}, columns = {${columns}},
      header = false, auto_detect = false, delim = '|', quote = '"', escape = '"')`;
};

/** Read once, and only of the records that count: no need to hold all of them. */
const readOnDemand: ReadonlySet<SpoolTable> = new Set(['placements', 'visits']);

/** Makes `afcars_files` and `afcars_spooled_<table>`. */
export const loadSpools = async (files: readonly PeriodFile[], analytics: Analytics): Promise<void> => {
  await analytics.run(
    `CREATE OR REPLACE TABLE afcars_files (file_no INTEGER, kind VARCHAR, name VARCHAR, period_end DATE)`,
  );
  for (const { fileNo, file, periodEnd } of files)
    await analytics.run('INSERT INTO afcars_files VALUES ($1, $2, $3, $4::DATE)', [
      fileNo,
      file.kind,
      file.name,
      periodEnd,
    ]);
  for (const table of spoolTables) {
    const scans = files.flatMap(({ fileNo, parts }) => parts.map((part) => scanOf(table, fileNo, part)));
    const made = readOnDemand.has(table) ? 'VIEW' : 'TABLE';
    await analytics.run(
      `CREATE OR REPLACE ${made} afcars_spooled_${table} AS ${scans.join('\nUNION ALL\n')}`,
    );
  }
};
