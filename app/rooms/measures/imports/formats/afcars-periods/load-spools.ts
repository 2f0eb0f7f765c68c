/** The spools of all files, as tables of the engine tagged with the file they came from. */
import { type Analytics, quoted } from '../../../../../platform/analytics/duckdb.ts';
import type { PeriodFile } from './period-file.ts';
import { type SpoolTable, spoolColumns, spoolPath, spoolTables } from './spool.ts';

const scanOf = (table: SpoolTable, { spoolBase, fileNo }: PeriodFile): string => {
  const columns = Object.entries(spoolColumns[table])
    .map(([name, type]) => `'${name}': '${type}'`)
    .join(', ');
  return `SELECT ${fileNo}::INTEGER AS file_no, * FROM read_csv(${quoted(spoolPath(spoolBase, table))},
    columns = {${columns}}, header = false, auto_detect = false, delim = '|', quote = '"', escape = '"')`;
};

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
    const scans = files.map((file) => scanOf(table, file)).join('\nUNION ALL\n');
    await analytics.run(`CREATE OR REPLACE TABLE afcars_spooled_${table} AS ${scans}`);
  }
};
