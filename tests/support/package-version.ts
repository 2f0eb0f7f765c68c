/** A data version straight from the CSV files of a well-formed case-data package, without the importers. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics, quoted } from '../../app/platform/analytics/duckdb.ts';
import {
  type CanonicalTable,
  canonicalTableNames,
  columnsOf,
} from '../../app/rooms/measures/imports/canonical.ts';
import type { Manifest } from '../../app/rooms/measures/imports/manifest.ts';
import type { VersionFiles } from '../../app/rooms/measures/results/version-files.ts';

const moment = /_(on|at)$/;

/** How one canonical column is read from a package's text columns. */
const selected = (table: CanonicalTable, [column, type]: [string, string], header: string[]): string => {
  if (table === 'investigations' && moment.test(column)) {
    const source = column.replace(moment, '_at');
    if (!header.includes(source)) return `NULL::${type} AS ${column}`;
    if (column.endsWith('_on')) return `CAST(left(${source}, 10) AS DATE) AS ${column}`;
    return `CASE WHEN length(${source}) > 10 THEN CAST(${source} AS TIMESTAMP) END AS ${column}`;
  }
  if (header.includes(column)) return `CAST(${column} AS ${type}) AS ${column}`;
  return column === 'afcars_id' ? 'child_id AS afcars_id' : `NULL::${type} AS ${column}`;
};

const tablesOf = async (folder: string, into: string): Promise<Manifest['tables']> => {
  const analytics = await openAnalytics({
    allowedPaths: [`${folder}/`, `${into}/`],
    memory: '500MB',
    threads: 2,
    temporaryFolder: join(into, 'spill'),
  });
  const tables: Manifest['tables'] = {};
  for (const table of canonicalTableNames) {
    const csv = join(folder, `${table}.csv`);
    if (!existsSync(csv)) continue;
    const header = readFileSync(csv, 'utf8').split('\n', 1)[0]?.trim().split(',') ?? [];
    const columns = columnsOf(table).map((column) => selected(table, column, header));
    const types = header.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ');
    await analytics.run(
      `COPY (SELECT ${columns.join(', ')} FROM read_csv(${quoted(csv)}, header = true, auto_detect = false, columns = {${types}}))
       TO ${quoted(join(into, `${table}.parquet`))} (FORMAT parquet)`,
    );
    const sha256 = createHash('sha256').update(readFileSync(csv)).digest('hex');
    tables[table] = { file: `${table}.parquet`, sha256, rows: 0, from: ['package'] };
  }
  analytics.close();
  return tables;
};

/** A version made of a package folder; `remove` takes it away again. */
export const versionOfFolder = async (
  folder: string,
  asOf: string,
): Promise<VersionFiles & { remove: () => void }> => {
  const into = mkdtempSync(join(tmpdir(), 'midcourse-version-'));
  const tables = await tablesOf(folder, into);
  const contentId = createHash('sha256').update(JSON.stringify(tables)).digest('hex');
  return {
    folder: into,
    derivedFolder: null,
    scratchFolder: join(into, 'spill'),
    memory: '500MB',
    threads: 2,
    remove: () => rmSync(into, { recursive: true, force: true }),
    manifest: {
      format: 1,
      contentId,
      asOf,
      agency: null,
      programVersion: '0',
      madeAt: '2026-01-01T00:00:00.000Z',
      sources: [],
      tables,
      problems: { file: null, total: 0, setAside: 0 },
      qualityFile: null,
      settings: {},
    },
  };
};

export type PackageRows = Partial<
  Record<CanonicalTable, readonly Readonly<Record<string, string | number | null>>[]>
>;

/** A version made of rows: a table that is named is there, even without rows; every row needs all columns. */
export const versionOfRows = async (
  rows: PackageRows,
  asOf: string,
): Promise<VersionFiles & { remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'midcourse-package-'));
  try {
    for (const [table, list] of Object.entries(rows)) {
      const all = new Set(list.flatMap((row) => Object.keys(row)));
      const header = all.size > 0 ? [...all] : ['child_id', 'report_id'];
      const lines = list.map((row) => header.map((name) => row[name] ?? '').join(','));
      writeFileSync(join(folder, `${table}.csv`), `${[header.join(','), ...lines].join('\n')}\n`);
    }
    return await versionOfFolder(folder, asOf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
