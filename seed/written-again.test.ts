/** What the seed writes in a federal format, the importer of that format reads as what the package says. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { afcarsFormat } from '../app/rooms/measures/imports/formats/afcars-periods/format.ts';
import type { Format } from '../app/rooms/measures/imports/formats/format.ts';
import { ncandsFormat } from '../app/rooms/measures/imports/formats/ncands/format.ts';
import { packageFormat } from '../app/rooms/measures/imports/formats/package/package-format.ts';
import { type FormatRun, withFormatRun } from '../tests/support/read-format.ts';
import { counties } from './counties.ts';
import { parseDay } from './days.ts';
import { formatNames, writersFor } from './formats.ts';
import type { World } from './records.ts';
import { writeState } from './write-state.ts';

const world: World = {
  seed: 9,
  population: 15_000,
  from: parseDay('2018-10-01'),
  asOf: parseDay('2026-09-30'),
};

const root = mkdtempSync(join(tmpdir(), 'midcourse-seed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  const writers = writersFor(world, formatNames).map(({ folder, open }) => {
    mkdirSync(join(root, folder));
    return open(join(root, folder));
  });
  await writeState(world, writers);
});

const read = <T>(format: Format, folder: string, use: (run: FormatRun) => Promise<T>): Promise<T> =>
  withFormatRun(
    format,
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
    use,
  );

type Line = Readonly<Record<string, string>>;

/** The package's rows as written, by column. */
const linesOf = (table: string): Line[] => {
  const [header = '', ...rows] = readFileSync(join(root, `package/${table}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at] ?? '', cell])));
};

const asText = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value === null || value === undefined ? '' : String(value);
};

const textOf = (rows: readonly Readonly<Record<string, unknown>>[], columns: readonly string[]): string[] =>
  rows.map((row) => columns.map((column) => asText(row[column])).join(' | ')).sort();

const codeOf = new Map(counties.map(({ name, code }) => [name, code]));

test('the package is read as it was written, without a word of complaint about its form', async () => {
  await read(packageFormat, 'package', async (run) => {
    expect(run.problems.filter(({ weight }) => weight !== 'note')).toEqual([]);
    expect(run.reading?.asOf).toBe('2026-09-30');
    for (const table of ['children', 'removals', 'placements', 'reports', 'visits', 'population'] as const) {
      const lines = linesOf(table);
      const columns = Object.keys(lines[0] ?? {});
      expect(textOf(await run.rows(table), columns), table).toEqual(textOf(lines, columns));
    }
  });
});

test('NCANDS files hold every report that was disposed, and say of it what the package says', async () => {
  const columns = [
    'report_id',
    'child_id',
    'report_date',
    'disposition',
    'incident_date',
    'disposition_date',
    'afcars_id',
  ];
  const counted = [...columns, 'age_years', 'maltreatment_death', 'unborn'];
  const disposed = linesOf('reports').filter(({ disposition }) => disposition !== 'pending');
  await read(ncandsFormat, 'ncands', async (run) => {
    expect(run.problems.filter(({ weight }) => weight !== 'note')).toEqual([]);
    expect(textOf(await run.rows('reports'), counted)).toEqual(textOf(disposed, counted));
  });
});

test('XML files end with what the package says of the children in the last one', async () => {
  const last = readFileSync(join(root, 'afcars2020/afcars_ooh_97_202609.xml'), 'utf8');
  const children = new Set([...last.matchAll(/<E4_child_record_number>(\w+)</g)].map(([, id = '']) => id));
  const isThere = (row: Readonly<Record<string, unknown>>): boolean => children.has(asText(row.child_id));
  const since2020 = ({ discharge_date: on = '' }: Line): boolean => on === '' || on >= '2022-10-01';
  const removals = linesOf('removals')
    .filter((line) => isThere(line) && since2020(line))
    .map((line) => ({ ...line, county: codeOf.get(line.county ?? '') ?? '' }));
  const stays = new Set(removals.map((line: Line) => `${line.child_id} ${line.removal_date}`));
  const isStay = (row: Readonly<Record<string, unknown>>): boolean =>
    stays.has(`${asText(row.child_id)} ${asText(row.removal_date)}`);
  await read(afcarsFormat, 'afcars2020', async (run) => {
    expect(run.problems.filter(({ weight }) => weight !== 'note')).toEqual([]);
    const columns = ['child_id', 'removal_date', 'discharge_date', 'discharge_reason', 'county'];
    const keyed = [...columns, 'removal_recorded_at', 'discharge_recorded_at'];
    const found = (await run.rows('removals')).filter(isStay);
    expect(textOf(found, keyed)).toEqual(textOf(removals, keyed));
    expect(found.length).toBeGreaterThan(100);
    const arrangement = ['child_id', 'removal_date', 'start_date', 'setting'];
    const placements = textOf(linesOf('placements').filter(isStay), arrangement);
    const shown = textOf((await run.rows('placements')).filter(isStay), arrangement);
    const lines = linesOf('placements').filter(isStay);
    const respite = lines.flatMap((line, at) =>
      line.setting === 'respite' ? [line, lines[at + 1] ?? line] : [],
    );
    const mayMiss = new Set(textOf(respite, arrangement));
    expect(shown.filter((line) => !placements.includes(line))).toEqual([]);
    expect(placements.filter((line) => !shown.includes(line) && !mayMiss.has(line))).toEqual([]);
    const visit = ['child_id', 'visit_date', 'location'];
    const visits = linesOf('visits').filter(
      (line) => isThere(line) && (line.visit_date ?? '') >= '2022-10-01',
    );
    expect(textOf((await run.rows('visits')).filter(isThere), visit)).toEqual(textOf(visits, visit));
  });
});

test('legacy records hold stays of the package, as they were known in September 2022', async () => {
  const known = new Map(linesOf('removals').map((line) => [`${line.child_id} ${line.removal_date}`, line]));
  await read(afcarsFormat, 'afcars-legacy', async (run) => {
    expect(run.problems.filter(({ weight }) => weight !== 'note')).toEqual([]);
    const removals = await run.rows('removals');
    expect(removals.length).toBeGreaterThan(100);
    for (const row of removals) {
      const line = known.get(`${asText(row.child_id)} ${asText(row.removal_date)}`);
      const isKeyed = (line?.discharge_recorded_at || '9999') <= '2022-09-30';
      expect(line, 'a stay that the package does not know').toBeDefined();
      // A stay known only from a later record's elements 18 and 20 has its two dates and nothing else.
      const isWhole = row.removal_recorded_at !== null;
      expect(asText(row.county)).toBe((isWhole && codeOf.get(line?.county ?? '')) || '');
      if (asText(row.discharge_date) !== '') expect(asText(row.discharge_date)).toBe(line?.discharge_date);
      else if (isKeyed)
        expect(asText(row.dropped_after), 'an exit that the later file left out').not.toBe('');
    }
  });
});
