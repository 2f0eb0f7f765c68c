/** The report of an import: what the files said that was wrong, with the values. For analysts, and each reading is on record. */
import { join } from 'node:path';
import { recordAudit } from '../../../commons/audit/writes.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import { type Analytics, openAnalytics, quoted } from '../../../platform/analytics/duckdb.ts';
import type { Problem } from './problem.ts';
import { csvHeader, csvLine } from './problem-csv.ts';
import { getVersionRow } from './reads.ts';
import { openStagingFolder } from './staging-folder.ts';
import type { VersionStore } from './version.ts';

const pageRows = 5000;

/** Hands over the report as the relation `problems`, in the order it was written; nothing when there is none. */
const withReport = async <T>(
  store: VersionStore,
  path: string,
  work: (analytics: Analytics) => Promise<T>,
): Promise<T> => {
  const scratch = await openStagingFolder(store.dataFolder, 'report');
  try {
    const analytics = await openAnalytics({
      allowedPaths: [path],
      memory: '200MB',
      threads: 1,
      temporaryFolder: scratch.path,
    });
    try {
      await analytics.run(`CREATE VIEW problems AS SELECT * FROM read_parquet(${quoted(path)})`);
      return await work(analytics);
    } finally {
      analytics.close();
    }
  } finally {
    await scratch.remove();
  }
};

const openReport = async (
  store: VersionStore,
  scope: Scope<'problems.read'>,
  number: number,
): Promise<string | null> => {
  const row = await transactIn(store.database, scope, async (tx) => {
    const found = await getVersionRow(tx, number);
    await recordAudit(tx, scope, { event: 'report-read', subject: `data-version:${number}` });
    return found;
  });
  const { file } = row.manifest.problems;
  return file === null ? null : join(store.dataFolder.versions, row.folder, file);
};

const page = (analytics: Analytics, offset: number, limit: number): Promise<Problem[]> =>
  analytics.all<Problem & Record<string, unknown>>(
    'SELECT file, line, "column", value, rule, sentence, weight FROM problems LIMIT $1 OFFSET $2',
    [limit, offset],
  );

/** The first problems, with their values. Throws `NotFound`. */
export const listProblems = async (
  store: VersionStore,
  scope: Scope<'problems.read'>,
  number: number,
  limit = 200,
): Promise<Problem[]> => {
  const path = await openReport(store, scope, number);
  return path === null ? [] : withReport(store, path, (analytics) => page(analytics, 0, limit));
};

/** The whole report as CSV, a piece at a time, for a download. Throws `NotFound` before the first piece. */
export const problemsOf = async (
  store: VersionStore,
  scope: Scope<'problems.read'>,
  number: number,
): Promise<AsyncIterable<string>> => {
  const path = await openReport(store, scope, number);
  return pieces(store, path);
};

async function* pieces(store: VersionStore, path: string | null): AsyncGenerator<string> {
  yield csvHeader;
  if (path === null) return;
  for (let offset = 0; ; offset += pageRows) {
    const rows = await withReport(store, path, (analytics) => page(analytics, offset, pageRows));
    if (rows.length > 0) yield rows.map(csvLine).join('');
    if (rows.length < pageRows) return;
  }
}

export interface ProblemCount {
  readonly file: string;
  readonly rule: string;
  readonly weight: Problem['weight'];
  /** One of its sentences: they hold no values. */
  readonly sentence: string;
  /** Listed in the report; beyond 1,000 of a rule in a file there are more. */
  readonly listed: number;
}

/** What kinds of problems there are, without a value: for everybody who may see versions. Throws `NotFound`. */
export const countProblems = async (
  store: VersionStore,
  scope: Scope<'versions.see'>,
  number: number,
): Promise<ProblemCount[]> => {
  const row = await transactIn(store.database, scope, (tx) => getVersionRow(tx, number));
  const { file } = row.manifest.problems;
  if (file === null) return [];
  return withReport(store, join(store.dataFolder.versions, row.folder, file), (analytics) =>
    analytics.all<ProblemCount & Record<string, unknown>>(
      `SELECT file, rule, weight, min_by(sentence, coalesce(line, 2147483647)) AS sentence, count(*) AS listed
       FROM problems GROUP BY ALL ORDER BY weight DESC, listed DESC, file, rule`,
    ),
  );
};
