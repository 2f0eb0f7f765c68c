/** Edges that neither the vectors nor the examples reach. */
import { expect, test } from 'vitest';
import { type PackageRows, versionOfRows } from '../../../../tests/support/package-version.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';
import { computeFigures } from './compute.ts';
import type { FigureRequest } from './figure.ts';

const window = { from: '2022-10-01', to: '2023-09-30' };
const child = (child_id: string, birth_date = '2015-01-01') => ({ child_id, birth_date });
const stay = (
  child_id: string,
  removal_date: string,
  discharge_date: string | null = null,
  more: Readonly<Record<string, string | number | null>> = {},
) => ({
  child_id,
  removal_date,
  discharge_date,
  discharge_reason: discharge_date && 'reunification',
  ...more,
});

const measured = async (
  rows: PackageRows,
  measures: readonly MeasureId[],
  asOf: string,
  more: Partial<FigureRequest> & { readonly legacy?: boolean } = {},
) => {
  const made = await versionOfRows(rows, asOf);
  const { removals, ...tables } = made.manifest.tables;
  const legacy = removals && { ...removals, from: ['afcars-legacy' as const] };
  const manifest =
    more.legacy && legacy ? { ...made.manifest, tables: { ...tables, removals: legacy } } : made.manifest;
  try {
    return (
      await computeFigures({ ...made, manifest }, { windows: [window], by: [], asOf, ...more, measures })
    ).figures;
  } finally {
    made.remove();
  }
};

const counts = (figures: Awaited<ReturnType<typeof measured>>) =>
  figures.map(({ numerator, denominator }) => [numerator, denominator]);

test('a dropped record is left out of windows whose data reach past it, not of the one that ends with it', async () => {
  const rows = {
    children: [child('c1')],
    removals: [stay('c1', '2023-01-01', null, { dropped_after: '2023-09-30' })],
    placements: [
      {
        child_id: 'c1',
        removal_date: '2023-01-01',
        start_date: '2023-01-01',
        setting: 'shelter',
        provider_id: 'H1',
      },
    ],
    visits: [],
  };
  const measures = ['P1', 'H3', 'P5', 'C1'] as const;
  expect(counts(await measured(rows, measures, '2024-09-30'))).toEqual([
    [0, 0],
    [0, 1],
    [0, 272],
    [0, 9],
  ]);
  const later = { windows: [{ from: '2022-11-01', to: '2023-10-31' }] };
  expect(counts(await measured(rows, measures, '2024-09-30', later))).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(counts(await measured(rows, ['P1'], '2023-09-30'))).toEqual([[0, 1]]);
});

test('as-of comes first: what lies after it is blank, and takes its reason with it', async () => {
  const rows = {
    children: [child('c1'), child('c2')],
    removals: [stay('c1', '2023-01-01', '2023-06-01'), stay('c2', '2023-08-01')],
  };
  expect(counts(await measured(rows, ['P1'], '2023-05-31'))).toEqual([[0, 1]]);
  expect(counts(await measured(rows, ['P1'], '2023-09-30'))).toEqual([[1, 2]]);
});

test('while a window is open, days go to as-of', async () => {
  const rows = {
    children: [child('c1'), child('c2')],
    removals: [stay('c1', '2022-01-01'), stay('c2', '2023-01-01')],
    placements: [
      {
        child_id: 'c2',
        removal_date: '2023-01-01',
        start_date: '2023-01-01',
        setting: 'shelter',
        provider_id: 'H1',
      },
    ],
    reports: [],
  };
  const [s1, p5] = await measured(rows, ['S1', 'P5'], '2023-01-31');
  expect([s1?.denominator, p5?.denominator]).toEqual([123 + 30, 30]);
  expect([s1?.final, s1?.numerator]).toEqual([false, 0]);
});

test('legacy AFCARS: settings less one are moves, the trial home visit its record shows counts', async () => {
  const rows = {
    children: [child('c1'), child('c2')],
    removals: [
      stay('c1', '2023-01-01', '2024-01-20', { placement_settings: 3, trial_home_visit_from: '2023-11-20' }),
      stay('c2', '2023-01-01', null, { placement_settings: null, trial_home_visit_from: null }),
    ],
  };
  const [p1, p5, h3] = await measured(rows, ['P1', 'P5', 'H3'], '2024-09-30', { legacy: true });
  expect([p1?.numerator, p1?.denominator]).toEqual([1, 2]);
  expect([p5?.numerator, p5?.denominator]).toEqual([2, 272]);
  expect(h3?.absent).toBe('The data hold no placements file.');
});

test('a header-only file means none happened, an absent one means no value', async () => {
  const rows = { children: [child('c1')], removals: [stay('c1', '2022-01-01')], visits: [] };
  const [c1, s1] = await measured(rows, ['C1', 'S1'], '2024-09-30');
  expect([c1?.numerator, c1?.denominator, c1?.second?.value]).toEqual([0, 12, null]);
  expect([s1?.numerator, s1?.denominator, s1?.value, s1?.interval, s1?.final]).toEqual([
    null,
    null,
    null,
    null,
    true,
  ]);
});

test('ages are clipped to the end of a month, and turn at the same number of the day', async () => {
  const born = (birth: string, removal: string) => ({
    children: [child('c1', birth)],
    removals: [stay('c1', removal)],
  });
  const bandOf = async (birth: string, removal: string) => {
    const [figure] = await measured(born(birth, removal), ['P1'], '2024-09-30', { by: ['age'] });
    return Object.keys(figure?.by.age ?? {})[0];
  };
  expect(await bandOf('2022-10-31', '2023-02-27')).toBe('0-3 months');
  expect(await bandOf('2022-10-31', '2023-02-28')).toBe('4-11 months');
  expect(await bandOf('2020-02-29', '2023-02-28')).toBe('1-5');
  expect(await bandOf('2006-02-28', '2023-02-27')).toBe('11-16');
  expect(await bandOf('2006-02-28', '2023-02-28')).toBe('17');
});

test('a month of entries stands over the population of its year', async () => {
  const rows = {
    children: [child('c1')],
    removals: [stay('c1', '2023-03-10')],
    population: [
      { county: 'Alder', year: 2022, age_group: '6-10', race_ethnicity: 'white', children: 400 },
      { county: 'Alder', year: 2023, age_group: '6-10', race_ethnicity: 'white', children: 500 },
    ],
  };
  const windows = [
    { from: '2023-03-01', to: '2023-03-31' },
    { from: '2023-07-01', to: '2023-07-31' },
    { from: '2021-03-01', to: '2021-03-31' },
  ];
  const figures = await measured(rows, ['H1'], '2024-09-30', { windows, by: ['county', 'sex'] });
  expect(counts(figures)).toEqual([
    [1, 400],
    [0, 500],
    [0, 0],
  ]);
  expect(figures[2]?.value).toBeNull();
  expect(figures[0]?.notCarried.sex).toContain('population');
});

test('a blank AFCARS id falls back on the first known one of the child', async () => {
  const report = (report_id: string, report_date: string, afcars_id: string | null) => ({
    ...{
      report_id,
      child_id: 'r1',
      report_date,
      disposition: 'substantiated',
      incident_date: null,
      afcars_id,
    },
    ...{ age_years: 6, maltreatment_death: null, unborn: null, county: null },
  });
  const rows = {
    children: [child('c1')],
    removals: [stay('c1', '2023-02-01')],
    reports: [report('R1', '2023-01-01', null), report('R2', '2020-01-01', 'c1')],
  };
  expect(counts(await measured(rows, ['H4', 'H2'], '2024-12-31'))).toEqual([
    [1, 1],
    [0, 1],
  ]);
});

test('an as-of beyond the data and a window not begun are refused', async () => {
  const made = await versionOfRows(
    { children: [child('c1')], removals: [stay('c1', '2023-01-01')] },
    '2023-06-30',
  );
  const ask = (asOf: string, from: string, to: string) => () =>
    computeFigures(made, { measures: ['P1'], windows: [{ from, to }], by: [], asOf });
  await expect(ask('2023-07-01', '2022-10-01', '2023-09-30')).rejects.toThrow(Invalid);
  await expect(ask('2023-06-30', '2023-07-01', '2024-06-30')).rejects.toThrow(Invalid);
  made.remove();
});

test('on a nation’s records windows are computed pass by pass, with the same figures in the same order', async () => {
  const made = await versionOfRows(
    {
      children: [child('c1'), child('c2')],
      removals: [stay('c1', '2022-11-01', '2023-02-01'), stay('c2', '2023-05-01')],
    },
    '2024-09-30',
  );
  const { removals, ...tables } = made.manifest.tables;
  if (!removals) throw new Error('no removals');
  const nation = { ...made.manifest, tables: { ...tables, removals: { ...removals, rows: 20_000_000 } } };
  const windows = [
    window,
    { from: '2023-04-01', to: '2024-03-31' },
    { from: '2023-01-01', to: '2023-01-31' },
  ];
  const request: FigureRequest = { measures: ['P1', 'P3'], windows, by: ['county'], asOf: '2024-09-30' };
  expect(await computeFigures({ ...made, manifest: nation }, request)).toEqual(
    await computeFigures(made, request),
  );
  made.remove();
});
