/** Prepared figures are the computed ones, and are made again when they are missing or half-made. */
import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionOfFolder } from '../../../../tests/support/package-version.ts';
import { measureIds } from '../catalog/definition-shape.ts';
import { computeFigures } from './compute.ts';
import { figuresAsCsv, figuresAsJson } from './exports.ts';
import type { FigureRequest } from './figure.ts';
import { droppedOf, figuresOf, windowsOf } from './figures.ts';
import { isPrepared, preparedFolder, prepareFigures } from './prepare.ts';
import { closePrepared } from './prepared.ts';
import type { VersionFiles } from './version-files.ts';
import { parseWindow } from './windows.ts';

const asOf = '2024-09-30';
const packageFolder = fileURLToPath(
  new URL('../../../../tests/vectors/indicators/package-2000', import.meta.url),
);
let files: VersionFiles & { remove: () => void };
let derivedFolder: string;
let abandoned: string;

beforeAll(async () => {
  derivedFolder = await mkdtemp(join(tmpdir(), 'midcourse-derived-'));
  const version = await versionOfFolder(packageFolder, asOf);
  const { removals, ...tables } = version.manifest.tables;
  if (!removals) throw new Error('no removals');
  // So many removals that the windows take several passes.
  const manifest = { ...version.manifest, tables: { ...tables, removals: { ...removals, rows: 40_000 } } };
  files = { ...version, manifest, derivedFolder };
  abandoned = `${preparedFolder(files)}.making-abandoned`;
  await mkdir(abandoned, { recursive: true });
  await utimes(abandoned, 0, 0);
  await prepareFigures(files);
});

afterAll(async () => {
  await closePrepared();
  files.remove();
  await rm(derivedFolder, { recursive: true });
});

const request = (asked: Partial<FigureRequest>): FigureRequest => ({
  measures: measureIds,
  windows: [
    parseWindow('22B23A'),
    { from: '2023-04-01', to: '2023-06-30' },
    { from: '2024-09-01', to: asOf },
  ],
  by: [],
  asOf,
  ...asked,
});

test.each<[string, Partial<FigureRequest>]>([
  ['totals', {}],
  ['breakdowns', { by: ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'] }],
  ['one group', { where: { county: 'Alder' } }],
  ['a group broken down', { where: { county: 'Alder', age: '1-5' }, by: ['race_ethnicity'] }],
  ['a window that is not kept', { windows: [parseWindow('2022-12-15')] }],
])('%s: prepared as computed', async (_, asked) => {
  const { figures } = await computeFigures(files, request(asked));
  expect(await figuresOf(files, request(asked))).toEqual(figures);
});

test('an earlier as-of is computed, never taken from what is kept', async () => {
  const earlier = request({ asOf: '2023-12-31', windows: [parseWindow('22B23A')] });
  const [now, then] = [
    await figuresOf(files, request({ windows: earlier.windows })),
    await figuresOf(files, earlier),
  ];
  expect(then.find(({ measure }) => measure === 'P1')?.numerator).toBeLessThan(
    now.find(({ measure }) => measure === 'P1')?.numerator ?? 0,
  );
  expect(await droppedOf(files, asOf)).toMatchObject({ discharge_same_day: 10 });
});

test('many at once get the same answers', async () => {
  const asked = request({ by: ['county'] });
  const first = await figuresOf(files, asked);
  const again = await Promise.all(
    measureIds.map((id) =>
      figuresOf(files, { ...asked, measures: [id], windows: asked.windows.slice(0, 2) }),
    ),
  );
  for (const figures of again) {
    for (const figure of figures) expect(first).toContainEqual(figure);
  }
});

test('a series has one figure a window and none that has not begun', async () => {
  const windows = windowsOf({ rhythm: 'quarter', from: '2024-01-01', to: '2025-12-31', asOf });
  const series = await figuresOf(files, request({ measures: ['P1'], windows }));
  expect(series.map(({ window }) => window.from)).toEqual(['2024-01-01', '2024-04-01', '2024-07-01']);
});

test('what is missing is made again', async () => {
  await closePrepared();
  await rm(join(preparedFolder(files), 'prepared.json'));
  expect(await isPrepared(files)).toBe(false);
  const [figure] = await figuresOf(files, request({ measures: ['P1'] }));
  expect(figure?.denominator).toBeGreaterThan(0);
  expect(await isPrepared(files)).toBe(true);
  expect((await stat(preparedFolder(files))).mode & 0o077).toBe(0);
  expect(await readdir(preparedFolder(files))).toEqual(
    expect.arrayContaining(['P1.0.parquet', 'P1.1.parquet']),
  );
  expect(await stat(abandoned).catch(() => null)).toBeNull();
});

test('exports carry groups, definitions and unrounded values, and nothing a spreadsheet would run', async () => {
  const figures = await figuresOf(files, request({ measures: ['P1', 'C1'], by: ['county'] }));
  const lines = figuresAsCsv(figures, { asOf, dataVersion: 7 }).trim().split('\n');
  expect(lines[0]).toContain('numerator,denominator,value');
  expect(lines.some((line) => line.includes(',county,Alder,'))).toBe(true);
  expect(lines.some((line) => line.includes(',second,residence,'))).toBe(true);
  const json = JSON.parse(figuresAsJson(figures, { asOf, dataVersion: 7 }));
  expect(json.definitions.P1.partner).toBe('P4');
  expect(json.dataVersion).toBe(7);
  expect(lines[0]).toMatch(/,kind,definition_version,data_version,program_version,hidden,marks$/);
  expect(lines[1]).toMatch(/,outcome,[^,]+,7,\d+\.\d+\.\d+,,/);
  const [first] = figures;
  if (!first) throw new Error('no figure');
  const cell = { numerator: 0, denominator: 1, value: 0, interval: null };
  const hostile = figuresAsCsv([{ ...first, by: { county: { '=1+1,"x"': cell } } }], {
    asOf,
    dataVersion: null,
  });
  expect(hostile).toContain(`"'=1+1,""x"""`);
});
