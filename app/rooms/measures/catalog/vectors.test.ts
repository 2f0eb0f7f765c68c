/** The test vectors through the real importers: every measure, every breakdown, exact. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Computed, computeFigures } from '../results/compute.ts';
import type { Cell } from '../results/figure.ts';
import { withRawView } from '../results/raw-view.ts';
import { parseWindow } from '../results/windows.ts';
import { type Breakdown, type MeasureId, measureIds } from './definition-shape.ts';

type WantedCell = { numerator: number | null; denominator: number | null; value?: number | null };
interface WantedFigure extends Partial<WantedCell> {
  readonly final?: boolean;
  readonly residence?: WantedCell;
  readonly completed?: WantedCell;
  readonly by?: Readonly<Record<string, Readonly<Record<string, WantedCell>>>>;
}
type WantedMeasures = Readonly<Record<string, WantedFigure>>;

const vectors = fileURLToPath(new URL('../../../../tests/vectors/indicators/', import.meta.url));
const read = <T>(file: string): T => JSON.parse(readFileSync(join(vectors, file), 'utf8')) as T;

const measured = async (
  paths: readonly string[],
  windows: readonly { readonly first: string; readonly asOf: string | null }[],
  by: readonly Breakdown[],
): Promise<Computed[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'midcourse-vectors-'));
  const view = { folder, today: '2026-11-01', memory: '500MB', threads: 2 };
  const viewed = await withRawView(
    { ...view, paths: paths.map((path) => join(vectors, path)) },
    async (files) => {
      const results: Computed[] = [];
      for (const { first, asOf } of windows) {
        const request = { measures: measureIds, windows: [parseWindow(first)], by };
        results.push(await computeFigures(files, { ...request, asOf: asOf ?? files.manifest.asOf }));
      }
      return results;
    },
  );
  rmSync(folder, { recursive: true });
  if (!viewed.ok) throw new Error(viewed.problems.map(({ sentence }) => sentence).join(' '));
  return viewed.result;
};

const expectCell = (name: string, got: Cell | null | undefined, want: Partial<WantedCell>): void => {
  if ('numerator' in want) expect(got?.numerator, `${name} numerator`).toBe(want.numerator);
  if ('denominator' in want) expect(got?.denominator, `${name} denominator`).toBe(want.denominator);
  if (typeof want.value === 'number') expect(got?.value, name).toBeCloseTo(want.value, 9);
  if (want.value === null) expect(got?.value, name).toBeNull();
};

const expectMeasures = (name: string, { figures }: Computed, want: WantedMeasures): void => {
  for (const [id, wanted] of Object.entries(want)) {
    const figure = figures.find(({ measure }) => measure === (id as MeasureId));
    expectCell(`${name} ${id}`, figure, wanted);
    if (wanted.final !== undefined) expect(figure?.final, `${name} ${id} final`).toBe(wanted.final);
    const second = wanted.residence ?? wanted.completed;
    if (second) expectCell(`${name} ${id} second`, figure?.second, second);
    for (const [breakdown, groups] of Object.entries(wanted.by ?? {})) {
      const got = figure?.by[breakdown as Breakdown];
      for (const [group, cell] of Object.entries(groups)) {
        expectCell(`${name} ${id} ${breakdown} ${group}`, got?.[group], cell);
      }
    }
  }
};

test.each(readdirSync(join(vectors, 'cases')))('case %s', async (name) => {
  const want = read<{ measures?: WantedMeasures; dropped?: Record<string, number> }>(
    `cases/${name}/expected.json`,
  );
  const first = readFileSync(join(vectors, 'cases', name, 'window'), 'utf8').trim();
  const [got] = await measured([join('cases', name)], [{ first, asOf: null }], []);
  if (!got) throw new Error('no result');
  expectMeasures(name, got, want.measures ?? {});
  expect(got.dropped).toMatchObject(want.dropped ?? {});
});

interface WantedWindow {
  readonly window: { readonly first_day: string };
  readonly as_of: string;
  readonly measures: WantedMeasures;
  readonly record_checks: { readonly by_first_reason: Readonly<Record<string, number>> };
}

test.each<[string, string[], string, Breakdown[]]>([
  ['package-2000', ['package-2000'], 'package-2000-expected.json', ['county', 'age', 'race_ethnicity']],
  ['package-300', ['formats/package-300'], 'formats/package-300-expected.json', []],
  ['AFCARS 2020', ['formats/afcars2020'], 'formats/afcars2020-as-package-expected.json', []],
  [
    'AFCARS 2020 with NCANDS',
    ['formats/afcars2020', 'formats/ncands'],
    'formats/afcars2020-and-ncands-as-package-expected.json',
    [],
  ],
])('%s', async (name, paths, expected, by) => {
  const wanted = read<WantedWindow[]>(expected);
  const windows = wanted.map(({ window, as_of: asOf }) => ({ first: window.first_day, asOf }));
  const got = await measured(paths, windows, by);
  for (const [index, want] of wanted.entries()) {
    const result = got[index];
    if (!result) throw new Error('no result');
    expectMeasures(`${name} ${want.window.first_day}`, result, want.measures);
    expect(result.dropped).toEqual(want.record_checks.by_first_reason);
  }
});
