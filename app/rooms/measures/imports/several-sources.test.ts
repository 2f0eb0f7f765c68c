import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Files,
  type StagedRun,
  withStaged,
  writeFiles,
} from '../../../../tests/support/staged-package.ts';
import type { StageRequest } from './stage.ts';

const formats = fileURLToPath(new URL('../../../../tests/vectors/indicators/formats/', import.meta.url));
const xml = `${formats}afcars2020`;
const ncands = `${formats}ncands`;
const package300 = `${formats}package-300`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midcourse-supplement-'));
});
afterEach(() => rm(folder, { recursive: true }));

const beside = async <T>(
  paths: readonly string[],
  files: Files,
  use: (run: StagedRun) => Promise<T>,
  options: Partial<StageRequest> = {},
): Promise<T> => {
  await writeFiles(folder, files);
  return withStaged([...paths, folder], use, options);
};

const stopOf = ({ problems }: StagedRun) => problems.find(({ weight }) => weight === 'stop');

test('federal files alone give the rows of the package that says what they hold', async () => {
  const tables = ['children', 'placements', 'reports', 'visits'] as const;
  /** NCANDS knows the day of the disposition; the package of the vectors has no such column. */
  const read = async ({ rows }: StagedRun) => {
    const read = await Promise.all(tables.map((table) => rows(table)));
    return read.map((table) => table.map(({ disposition_date: _day, ...row }) => row));
  };
  const expected = await withStaged([`${formats}afcars2020-and-ncands-as-package`], read);
  await withStaged([xml, ncands], async (run) => {
    expect(await read(run)).toEqual(expected);
    expect(run.manifest).toMatchObject({
      asOf: '2024-09-30',
      tables: { children: { from: ['afcars-2020', 'ncands'] }, reports: { from: ['ncands'] } },
    });
  });
});

test('a package holds what federal files lack: population, investigations', () =>
  beside(
    [xml, ncands],
    {
      'population.csv': 'county,year,age_group,race_ethnicity,children\nAlder,2024,0-17,white,900\n',
      'investigations.csv': 'report_id,received_at\nR000023,2024-06-24\n',
    },
    async ({ manifest, problems, rows }) => {
      expect(problems.filter(({ file }) => file === 'population.csv')).toEqual([]);
      expect(manifest?.tables.population).toMatchObject({ rows: 1, from: ['package'] });
      expect(manifest?.asOf).toBe('2024-09-30');
      expect(await rows('investigations')).toMatchObject([{ received_on: '2024-06-24' }]);
    },
  ));

test('a supplement fills the columns that the federal file lacks, by the key', async () => {
  const plain = await withStaged([xml], ({ rows }) => rows('removals'));
  const [first, second] = plain;
  await beside(
    [xml],
    {
      'removals.csv': [
        'child_id,removal_date,unit,sibling_group_id',
        `${first?.child_id},${first?.removal_date},Unit 7,F1`,
        'NOBODY,2020-01-01,Unit 8,F2',
        '',
      ].join('\n'),
    },
    async ({ manifest, problems, rows }) => {
      const made = await rows('removals');
      expect(made).toHaveLength(plain.length);
      expect(made.find(({ unit }) => unit !== null)).toEqual({
        ...first,
        unit: 'Unit 7',
        sibling_group_id: 'F1',
      });
      expect(made).toContainEqual(second);
      expect(manifest?.tables.removals?.from).toEqual(['afcars-2020', 'package']);
      expect(problems.filter(({ rule }) => rule === 'supplement-unmatched')).toMatchObject([
        { weight: 'note' },
      ]);
    },
  );
});

test('the same table from two kinds of source stops the import, unless one is preferred', async () => {
  const from = (paths: readonly string[], options: Partial<StageRequest> = {}) =>
    withStaged(paths, async ({ problems, manifest }) => ({ problems, manifest }), options);
  const { problems, manifest } = await from([xml, package300]);
  const stops = problems.filter(({ weight }) => weight === 'stop');
  const tables = ['children', 'removals', 'placements', 'visits'] as const;
  expect(manifest).toBeNull();
  expect(stops).toMatchObject(tables.map((file) => ({ file, rule: 'table-twice' })));
  expect(stops[0]?.sentence).toContain('--prefer children=');
  const prefer = Object.fromEntries(tables.map((table) => [table, 'package' as const]));
  const preferred = await from([xml, package300], { prefer });
  const alone = await from([package300]);
  expect(preferred.manifest?.tables).toEqual(alone.manifest?.tables);
  expect(preferred.manifest?.contentId).not.toBe(alone.manifest?.contentId);
});

test('a preference for a source that is not there', () =>
  withStaged(
    [package300],
    async (run) => expect(stopOf(run)).toMatchObject({ file: 'reports', rule: 'preference-without-source' }),
    { prefer: { reports: 'ncands' } },
  ));

test('county codes are given their names in every table', () =>
  beside([xml], { 'counties.csv': 'code,name\n24001,Alder\n' }, async ({ rows }) => {
    const counties = new Set((await rows('removals')).map(({ county }) => county));
    expect(counties).toContain('Alder');
    expect(counties).not.toContain('24001');
    expect(counties).toContain('24003');
  }));

test('NCANDS beside a package completes its children, and excuses no missing column', async () => {
  await beside(
    [ncands],
    {
      'children.csv': 'child_id,birth_date\nC000024,2001-01-01\n',
      'removals.csv': 'child_id,removal_date\nC000024,2020-01-01\n',
    },
    async ({ manifest, rows }) => {
      expect(manifest?.tables.children?.from).toEqual(['package', 'ncands']);
      const children = await rows('children');
      expect(children.filter(({ child_id }) => child_id === 'C000024')).toMatchObject([
        { birth_date: '2001-01-01' },
      ]);
      expect(children.length).toBeGreaterThan(200);
    },
  );
  await beside([ncands], { 'children.csv': 'child_id,sex\nA,male\n' }, async (run) =>
    expect(stopOf(run)).toMatchObject({ file: 'children.csv', column: 'birth_date', rule: 'column-missing' }),
  );
});
