/**
 * From the package's facts to the federal ones, one class of difference at a time. What changes at a step is that
 * class's doing, and all steps together are the whole difference.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Analytics, quoted } from '../../app/platform/analytics/duckdb.ts';
import { measureIds } from '../../app/rooms/measures/catalog/definition-shape.ts';
import { factsOf } from '../../app/rooms/measures/catalog/run.ts';
import type { Manifest } from '../../app/rooms/measures/imports/manifest.ts';
import type { Window } from '../../app/rooms/measures/results/figure.ts';
import { withRun } from '../../app/rooms/measures/results/version-files.ts';
import { classes } from './classes.ts';
import { comparedTables, sqlOf } from './record-differences.ts';
import { memory, type Route, type Routes, threads } from './routes.ts';

const everyMeasure = measureIds
  .map(
    (id) => `SELECT '${id}' AS measure, window_from, window_to, subject_id, anchor_on::DATE AS anchor_on,
      county::VARCHAR AS county, unit::VARCHAR AS unit, age_band::VARCHAR AS age_band,
      race_ethnicity::VARCHAR AS race_ethnicity, aian_any::VARCHAR AS aian_any, sex::VARCHAR AS sex,
      exposure::BIGINT AS exposure, events::BIGINT AS events, second_exposure::BIGINT AS second_exposure,
      second_events::BIGINT AS second_events, follow_up_ends_on::DATE AS follow_up_ends_on
    FROM (${factsOf(id)})`,
  )
  .join('\nUNION ALL BY NAME\n');

/** Writes all facts of a version as `facts.parquet` into `folder`. */
export const writeFacts = (route: Route, windows: readonly Window[], folder: string): Promise<string> => {
  const files = {
    ...route,
    derivedFolder: null,
    scratchFolder: join(folder, '..'),
    memory,
    threads,
  };
  const path = join(folder, 'facts.parquet');
  const run = { measures: measureIds, windows, asOf: route.manifest.asOf, writable: [`${folder}/`] };
  return withRun(files, run, async (analytics) => {
    await analytics.run(`COPY (${everyMeasure}) TO ${quoted(path)} (FORMAT parquet)`);
    return path;
  });
};

const tablesOf = (manifest: Manifest): Manifest['tables'] =>
  Object.fromEntries(
    Object.entries(manifest.tables).map(([name, table]) => [
      name,
      table && { ...table, file: `${name}.parquet` },
    ]),
  );

/** The package as it would be, had it the first `count` classes of difference. */
const writeStep = async (
  analytics: Analytics,
  { package: own }: Routes,
  folder: string,
  count: number,
): Promise<Route> => {
  mkdirSync(folder, { mode: 0o700 });
  const applied = classes.slice(0, count).map(({ id }) => quoted(id));
  await analytics.run(
    `CREATE OR REPLACE TABLE applied AS SELECT * FROM differences WHERE class IN (${['NULL', ...applied].join(', ')})`,
  );
  await analytics.run(sqlOf('./applied.sql'));
  for (const table of comparedTables) {
    const path = quoted(join(folder, `${table}.parquet`));
    await analytics.run(`COPY (FROM applied_${table}) TO ${path} (FORMAT parquet)`);
  }
  return { folder, manifest: { ...own.manifest, tables: tablesOf(own.manifest) } };
};

/** Facts after 0, 1, 2 … classes, as the table `facts` with the column `step`, and the federal ones as `federal_facts`. */
export const takeSteps = async (
  analytics: Analytics,
  routes: Routes,
  windows: readonly Window[],
  work: string,
): Promise<void> => {
  for (let step = 0; step <= classes.length; step++) {
    const folder = join(work, `step-${step}`);
    const route = await writeStep(analytics, routes, folder, step);
    const path = quoted(await writeFacts(route, windows, folder));
    const select = `SELECT ${step} AS step, * FROM ${path}`;
    await analytics.run(step === 0 ? `CREATE TABLE facts AS ${select}` : `INSERT INTO facts ${select}`);
  }
  const folder = join(work, 'federal-facts');
  mkdirSync(folder, { mode: 0o700 });
  const path = quoted(await writeFacts(routes.federal, windows, folder));
  await analytics.run(`CREATE TABLE federal_facts AS FROM ${path}`);
};
