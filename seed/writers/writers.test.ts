import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoOf, parseDay } from '../days.ts';
import { formatNames, writersFor } from '../formats.ts';
import type { World } from '../records.ts';
import { writeState } from '../write-state.ts';

const world: World = {
  seed: 4,
  population: 20_000,
  from: parseDay('2018-10-01'),
  asOf: parseDay('2026-09-30'),
};

const root = mkdtempSync(join(tmpdir(), 'midcourse-seed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const writeInto = async (name: string, told: World): Promise<string> => {
  const folder = join(root, name);
  const plan = writersFor(told, formatNames);
  const writers = plan.map((one) => {
    mkdirSync(join(folder, one.folder), { recursive: true });
    return one.open(join(folder, one.folder));
  });
  await writeState(told, writers);
  return folder;
};

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const digest = (folder: string): string[] =>
  filesOf(folder).map(
    (path) => `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
  );

let folder = '';
beforeAll(async () => {
  folder = await writeInto('first', world);
});

const linesOf = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');

test('the same seed gives the same bytes in every format, another seed gives others', async () => {
  const first = digest(folder);
  expect(first).toHaveLength(8 + 8 + 8 + 8 + 5);
  expect(digest(await writeInto('again', world))).toEqual(first);
  const other = digest(await writeInto('other', { ...world, seed: 5 }));
  const isSame = first.map((line, at) => line === other[at]);
  // The two package.json, the two populations and the counties' names do not depend on chance.
  expect(isSame.filter(Boolean)).toHaveLength(5);
});

test('a legacy record is 197 characters, one a child and half-year', () => {
  const lines = linesOf('afcars-legacy/afcars_fc_97_202209.txt');
  expect(new Set(lines.map((line) => line.length))).toEqual(new Set([197]));
  const ids = lines.map((line) => line.slice(13, 25));
  expect(new Set(ids).size).toBe(ids.length);
  for (const line of lines) expect(line.slice(0, 8)).toBe('97202209');
});

test('a period file holds nothing after its period, and a later one adds what was keyed since', () => {
  const dates = (code: string): string[] =>
    readFileSync(join(folder, `afcars2020/afcars_ooh_97_${code}.xml`), 'utf8').match(/(?<=>)\d{8}(?=<)/g) ??
    [];
  for (const day of dates('202403')) expect(Number(day)).toBeLessThanOrEqual(20240331);
  expect(Math.max(...dates('202409').map(Number))).toBeGreaterThan(20240331);
  const removals = linesOf('package/removals.csv')
    .slice(1)
    .map((line) => line.split(','));
  const late = removals.filter(
    ([, , discharged, , , , , , keyed]) =>
      discharged && keyed && discharged <= '2024-03-31' && keyed > '2024-03-31' && keyed <= '2024-09-30',
  );
  expect(late.length).toBeGreaterThan(0);
  const recordOf = (code: string, id: string): string =>
    linesOf(`afcars2020/afcars_ooh_97_${code}.xml`).find((line) => line.includes(`>${id}<`)) ?? '';
  for (const [id = '', , discharged = ''] of late) {
    const exit = `<E153_exit_date>${discharged.replaceAll('-', '')}<`;
    expect(recordOf('202403', id)).not.toContain(exit);
    expect(recordOf('202409', id)).toContain(exit);
  }
});

test('nothing is on file that was not keyed by the as-of day, and reports not yet disposed are pending', () => {
  const asOf = isoOf(world.asOf);
  for (const line of linesOf('package/removals.csv').slice(1)) {
    for (const keyed of line.split(',').slice(7)) expect(keyed <= asOf).toBe(true);
  }
  const reports = linesOf('package/reports.csv')
    .slice(1)
    .map((line) => line.split(','));
  const pending = reports.filter(([, , , disposition]) => disposition === 'pending');
  expect(pending.length).toBeGreaterThan(0);
  for (const [, , , , , disposedOn] of pending) expect(disposedOn).toBe('');
  const old = pending.filter(([, , reportedOn = '']) => reportedOn < '2026-03-31');
  expect(old.length / reports.length).toBeLessThan(0.001);
});

test('an NCANDS file holds the reports disposed in its federal fiscal year, and all of them together all disposed ones', () => {
  const disposed = linesOf('package/reports.csv').filter(
    (line) => /,\d{4}-\d\d-\d\d,(J\w*)?,\d*,[01],/.test(line) && !line.includes(',pending,'),
  );
  let rows = 0;
  for (let year = 2019; year <= 2026; year++) {
    for (const line of linesOf(`ncands/ncands_child_FFY${year}.csv`).slice(1)) {
      const day = line.split(',')[8] ?? '';
      const iso = `${day.slice(4)}-${day.slice(0, 2)}-${day.slice(2, 4)}`;
      expect(iso >= `${year - 1}-10-01` && iso <= `${year}-09-30`).toBe(true);
      rows += 1;
    }
  }
  expect(rows).toBe(disposed.length);
});

test('population rows do not overlap and add up to the state in every year', () => {
  const rows = linesOf('package/population.csv')
    .slice(1)
    .map((line) => line.split(','));
  const keys = rows.map((row) => row.slice(0, 4).join());
  expect(new Set(keys).size).toBe(rows.length);
  for (let year = 2018; year <= 2026; year++) {
    const total = rows.filter((row) => row[1] === String(year)).reduce((sum, row) => sum + Number(row[4]), 0);
    expect(total).toBe(world.population);
  }
});
