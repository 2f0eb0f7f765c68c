/** Record by record, what the two routes say differently, each difference with its class. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analytics, openAnalytics, quoted, type Row } from '../../app/platform/analytics/duckdb.ts';
import type { DifferenceClass } from './classes.ts';
import { filedChildren } from './filed-children.ts';
import { memory, type Routes, threads } from './routes.ts';

export const comparedTables = [
  'children',
  'removals',
  'placements',
  'reports',
  'visits',
  'investigations',
  'population',
] as const;

export const sqlOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** No measure reads these, and only one of the routes has them. */
const notCompared: Partial<Record<(typeof comparedTables)[number], string>> = {
  children: ' REPLACE (NULL::VARCHAR AS tribal_nation)',
};

const openTables = async (analytics: Analytics, routes: Routes): Promise<void> => {
  for (const [letter, { folder }] of [['p', routes.package] as const, ['f', routes.federal] as const]) {
    for (const table of comparedTables) {
      const from = `read_parquet(${quoted(join(folder, `${table}.parquet`))})`;
      await analytics.run(
        `CREATE VIEW ${letter}_${table} AS SELECT *${notCompared[table] ?? ''} FROM ${from}`,
      );
    }
  }
};

/**
 * An engine with the package as `p_*`, the federal version as `f_*` and the table `differences` (differences.sql).
 * It may write to `work`. Close it.
 */
export const openDifferences = async (routes: Routes, work: string): Promise<Analytics> => {
  const filed = join(work, 'filed.csv');
  const rows = filedChildren(routes.federalFiles).map(
    ({ childId, periodTo, kind }) => `${childId},${periodTo},${kind}`,
  );
  writeFileSync(filed, `child_id,period_to,kind\n${rows.join('\n')}\n`);
  const folders = [work, routes.package.folder, routes.federal.folder].map((folder) => `${folder}/`);
  const analytics = await openAnalytics({ allowedPaths: folders, memory, threads, temporaryFolder: work });
  await openTables(analytics, routes);
  const types = "{'child_id': 'VARCHAR', 'period_to': 'DATE', 'kind': 'VARCHAR'}";
  await analytics.run(
    `CREATE TABLE filed AS FROM read_csv(${quoted(filed)}, header = true, columns = ${types})`,
  );
  await analytics.run(sqlOf('./filed.sql'));
  await analytics.run(sqlOf('./differences.sql'));
  return analytics;
};

/** Differences that no class explains: either a route is wrong, or the list of classes is. */
export const unexplained = (analytics: Analytics): Promise<Row[]> =>
  analytics.all(
    'SELECT table_name, part, child_id, removal_date, on_date, report_id FROM differences WHERE class IS NULL ORDER BY ALL',
  );

export interface RecordCount extends Row {
  readonly class: DifferenceClass;
  readonly table_name: string;
  readonly rows: number;
}

export const recordCounts = (analytics: Analytics): Promise<RecordCount[]> =>
  analytics.all<RecordCount>(
    `SELECT class, table_name, count(*) AS rows FROM differences
     WHERE class IS NOT NULL GROUP BY ALL ORDER BY ALL`,
  );
