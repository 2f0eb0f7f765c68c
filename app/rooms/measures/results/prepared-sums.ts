/** Sums from what is kept prepared: from the table of single breakdowns where that can answer, else the cube. */
import { join } from 'node:path';
import { type Analytics, quoted } from '../../../platform/analytics/duckdb.ts';
import { catalog } from '../catalog/catalog.ts';
import { type Breakdown, type MeasureId, measureIds } from '../catalog/definition-shape.ts';
import type { Manifest } from '../imports/manifest.ts';
import { absenceOf } from './absence.ts';
import type { AskedSums } from './answer.ts';
import { reachesEverything } from './place-predicate.ts';
import { cubeOf, type PreparedIndex, singlesFile } from './prepare.ts';
import { conditions, type SumRow, sumsOf } from './sums.ts';

/** Loads the single breakdowns into memory: some hundred thousand short rows on a state's data. */
export const loadSingles = async (
  analytics: Analytics,
  folder: string,
  manifest: Manifest,
): Promise<void> => {
  const held = measureIds.filter((id) => absenceOf(catalog[id], manifest) === null);
  if (held.length === 0) return;
  const files = held.map((id) => quoted(join(folder, singlesFile(id))));
  await analytics.run(`CREATE TABLE singles AS SELECT * FROM read_parquet([${files.join(', ')}])`);
};

const fromSingles = (analytics: Analytics, measure: MeasureId, asked: AskedSums): Promise<SumRow[]> => {
  const { sql } = conditions({ windows: asked.windows, where: {} });
  const groups = asked.by.map((breakdown) => `'${breakdown}'`).join(', ');
  const wanted =
    asked.by.length > 0 ? `(breakdown IS NULL OR breakdown IN (${groups}))` : 'breakdown IS NULL';
  return analytics.all<SumRow>(
    `SELECT * EXCLUDE (measure) FROM singles ${sql} AND measure = '${measure}' AND ${wanted}
     ORDER BY window_from, window_to, breakdown, group_name`,
  );
};

const groupAsTotal = (
  analytics: Analytics,
  measure: MeasureId,
  { windows }: AskedSums,
  [breakdown, group]: readonly [Breakdown, string],
): Promise<SumRow[]> => {
  const { sql } = conditions({ windows, where: {} });
  return analytics.all<SumRow>(
    `SELECT * EXCLUDE (measure) REPLACE (NULL AS breakdown, NULL AS group_name) FROM singles
     ${sql} AND measure = '${measure}' AND breakdown = '${breakdown}' AND group_name = $1
     ORDER BY window_from, window_to`,
    [group],
  );
};

/** One measure's sums from the prepared folder. */
export const preparedSums = (
  analytics: Analytics,
  { folder, index }: { readonly folder: string; readonly index: PreparedIndex },
  measure: MeasureId,
  asked: AskedSums,
): Promise<SumRow[]> => {
  const [filter, ...more] = Object.entries(asked.where) as [Breakdown, string][];
  if (asked.windows.length === 0) return Promise.resolve([]);
  const cube = { ...asked, source: cubeOf(folder, measure, index) };
  if (!reachesEverything(asked.within)) return sumsOf(analytics, cube);
  if (!filter) return fromSingles(analytics, measure, asked);
  if (more.length === 0 && asked.by.length === 0) return groupAsTotal(analytics, measure, asked, filter);
  return sumsOf(analytics, cube);
};
