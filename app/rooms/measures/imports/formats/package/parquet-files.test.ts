import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallPackage, withPackage } from '../../../../../../tests/support/staged-package.ts';
import { openAnalytics, quoted } from '../../../../../platform/analytics/duckdb.ts';

const parquetOf = async (select: string): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'midcourse-parquet-'));
  const path = join(folder, 'file.parquet');
  const analytics = await openAnalytics({
    allowedPaths: [`${folder}/`],
    memory: '200MB',
    threads: 1,
    temporaryFolder: folder,
  });
  await analytics
    .run(`COPY (${select}) TO ${quoted(path)} (FORMAT parquet)`)
    .finally(() => analytics.close());
  return readFile(path).finally(() => rm(folder, { recursive: true }));
};

const { 'removals.csv': _removals, ...withoutRemovals } = smallPackage;

test('a Parquet file gives the rows that the same CSV gives, typed or as text', async () => {
  const expected = await withPackage(smallPackage, ({ rows }) => rows('removals'));
  const typed = `SELECT * FROM (VALUES ('A', DATE '2020-01-10', DATE '2020-08-01', 'reunification'), ('B', DATE '2021-02-03', NULL, NULL))
    AS t (child_id, removal_date, discharge_date, discharge_reason)`;
  const text = `SELECT child_id, CAST(removal_date AS VARCHAR) AS removal_date, CAST(discharge_date AS TIMESTAMP) AS discharge_date,
    coalesce(discharge_reason, '') AS discharge_reason FROM (${typed})`;
  for (const select of [typed, text])
    await withPackage(
      { ...withoutRemovals, 'removals.parquet': await parquetOf(select) },
      async ({ problems, rows, manifest }) => {
        expect(problems).toEqual([]);
        expect(await rows('removals')).toEqual(expected);
        expect(manifest?.sources.at(-1)).toMatchObject({
          name: 'removals.parquet',
          kind: 'package',
          rows: 2,
        });
      },
    );
});

test('its values are held to the same rules; the line is the number of the row', async () => {
  const rows = `SELECT 'A' AS child_id, DATE '2020-01-01' + CAST(i AS INTEGER) AS removal_date,
    CASE WHEN i = 41 THEN 'moved' ELSE 'adoption' END AS discharge_reason, DATE '2021-01-01' AS discharge_date, 7 AS placement_settings
    FROM range(60) AS t (i)`;
  await withPackage(
    { ...withoutRemovals, 'removals.parquet': await parquetOf(rows) },
    async ({ problems, manifest }) => {
      expect(problems).toMatchObject([
        { line: 42, column: 'discharge_reason', value: 'moved', rule: 'code-unknown', weight: 'set-aside' },
      ]);
      expect(manifest?.tables.removals?.rows).toBe(59);
    },
  );
});

test.each([
  ["SELECT 1.5 AS child_id, DATE '2020-01-01' AS removal_date", 'child_id', 'column-type-wrong'],
  ["SELECT 'A' AS child_id, 20200101 AS removal_date", 'removal_date', 'column-type-wrong'],
  ["SELECT 'A' AS child_id", 'removal_date', 'column-missing'],
])('%s', async (select, column, rule) => {
  const files = { ...withoutRemovals, 'removals.parquet': await parquetOf(select) };
  await withPackage(files, async ({ problems, manifest }) => {
    expect(manifest).toBeNull();
    expect(problems).toMatchObject([{ file: 'removals.parquet', column, rule, weight: 'stop' }]);
  });
});
