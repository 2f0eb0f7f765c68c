/**
 * The federal files and the agency's package of the same children give the same numbers, but for what the federal
 * formats cannot carry: each such difference is named by the records themselves (two-routes/classes.ts).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../app/rooms/measures/results/windows.ts';
import { writeJuniper } from '../seed/juniper.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { classes } from './two-routes/classes.ts';
import { type Compared, compareRoutes } from './two-routes/compare-routes.ts';
import { changedByOthers, leftOver } from './two-routes/comparison.ts';
import { twoRoutesPage } from './two-routes/page.ts';
import { sqlOf, unexplained } from './two-routes/record-differences.ts';
import { usualChildren } from './two-routes/write-page.ts';

const work = temporaryFolder();
let compared: Compared;

beforeAll(async () => {
  await writeJuniper({ folder: join(work, 'juniper'), population: usualChildren });
  compared = await compareRoutes(join(work, 'juniper'), work);
}, 240_000);
afterAll(() => compared?.analytics.close());

test('every record that differs does so in a way which the federal formats cannot help', async () => {
  expect(await unexplained(compared.analytics)).toEqual([]);
});

test('those ways are the whole difference of every measure, fact by fact', async () => {
  expect(await leftOver(compared.analytics)).toEqual([]);
  expect(await changedByOthers(compared.analytics)).toEqual([]);
});

test('where every report is disposed, S2, H5 and C2 are the same fact by fact', async () => {
  const { analytics, windows } = compared;
  let settled = 0;
  for (const { from, to } of windows) {
    const [pending] = await analytics.all(
      `SELECT count(*) AS n FROM p_reports
       WHERE disposition = 'pending' AND report_date BETWEEN '${from}' AND '${addDays(to, 365)}'`,
    );
    if (pending?.n !== 0) continue;
    settled += 1;
    const facts = (table: string): Promise<unknown> =>
      analytics.all(
        `SELECT measure, subject_id, anchor_on, county, age_band, race_ethnicity, sex, exposure, events,
           second_exposure, second_events
         FROM ${table} WHERE measure IN ('S2', 'H5', 'C2') AND window_from = '${from}' ORDER BY ALL`,
      );
    expect(await facts('federal_facts')).toEqual(await facts('(SELECT * FROM facts WHERE step = 0)'));
  }
  expect(settled).toBeGreaterThanOrEqual(3);
});

test('since October 2022 nothing but dropped records, homes not told and pending reports makes a difference', () => {
  const since = compared.changed.filter(({ window_from }) => window_from >= '2022-10-01');
  const named = since.map(({ measure, step }) => `${measure}: ${classes[step - 1]?.id}`);
  const allowed = (line: string): boolean =>
    line.endsWith(': dropped-record') ||
    line === 'P5: home-not-told' ||
    line === 'P5: respite-folded' ||
    /^(?:S1|S2|H2|H4|H5): report-pending$/.test(line);
  expect(named.filter((line) => !allowed(line))).toEqual([]);
  expect(named).toContain('P1: dropped-record');
});

test('both routes hold enough to compare, before and after the change of form', async () => {
  for (const measure of ['P1', 'P4', 'P5', 'S1', 'S2', 'H2', 'C1'] as const) {
    const rows = compared.sums.filter((row) => row.measure === measure && row.step === 0);
    expect(rows).toHaveLength(compared.windows.length);
    for (const { exposure } of rows) expect(exposure).toBeGreaterThan(50);
  }
});

/** One record of the federal version made wrong; what must then be found, and nothing else. */
const tamperings = [
  ['removals', 'r.removal_date + 1', 'removal_date', `r.discharge_date > DATE '2023-06-01'`],
  ['removals', 'r.discharge_date + 1', 'discharge_date', `r.discharge_date > DATE '2023-06-01'`],
  ['removals', 'NULL', 'discharge_reason', `r.discharge_date > DATE '2023-06-01'`],
  ['removals', 'NULL', 'county', `r.discharge_date > DATE '2023-06-01'`],
  ['removals', `DATE '2023-03-31'`, 'dropped_after', 'r.discharge_date IS NULL AND r.dropped_after IS NULL'],
  ['removals', 'r.placement_settings + 1', 'placement_settings', 'r.placement_settings IS NOT NULL'],
  ['placements', `'shelter'`, 'setting', `r.setting = 'foster_home_kin'`],
  ['placements', 'r.start_date + 1', 'start_date', `r.setting = 'foster_home_kin'`],
  ['visits', 'r.visit_date + 1', 'visit_date', 'true'],
  ['reports', `'unsubstantiated'`, 'disposition', `r.disposition = 'substantiated'`],
  ['reports', 'r.report_date + 1', 'report_date', 'true'],
  ['children', 'NULL', 'birth_date', 'r.birth_date IS NOT NULL'],
  ['children', 'NOT r.hispanic', 'hispanic', 'r.hispanic IS NOT NULL'],
  ['investigations', 'NULL', 'first_contact_on', 'r.first_contact_on IS NOT NULL'],
] as const;

test.each(tamperings)('a wrong record is found: %s, %s as %s', async (table, wrong, column, where) => {
  const { analytics } = compared;
  const view = `f_${table}`;
  await analytics.run(`ALTER VIEW ${view} RENAME TO untouched`);
  try {
    await analytics.run(
      `CREATE TABLE ${view} AS
       SELECT r.* REPLACE (CASE WHEN chosen THEN ${wrong} ELSE r.${column} END AS ${column})
       FROM (SELECT r, row_number() OVER (ORDER BY ${where} DESC, r) = 1 AS chosen FROM untouched AS r)`,
    );
    await analytics.run('ALTER TABLE differences RENAME TO differences_untouched');
    await analytics.run(sqlOf('./differences.sql'));
    expect((await unexplained(analytics)).length).toBeGreaterThan(0);
  } finally {
    await analytics.run('DROP TABLE IF EXISTS differences');
    await analytics.run('ALTER TABLE differences_untouched RENAME TO differences');
    await analytics.run(`DROP TABLE IF EXISTS ${view}`);
    await analytics.run(`ALTER VIEW untouched RENAME TO ${view}`);
  }
});

test('docs/two-routes.md says what the routes give', () => {
  const page = readFileSync(new URL('../docs/two-routes.md', import.meta.url), 'utf8');
  expect(page, 'run: npm run -s two-routes').toBe(twoRoutesPage(compared, usualChildren));
});
