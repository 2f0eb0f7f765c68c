import { expect, test } from 'vitest';
import { intervalChart } from './interval-chart.ts';
import { observedChart } from './observed-chart.ts';
import { runChart } from './run-chart.ts';
import type { RunPoint, RunSeries } from './run-points.ts';
import { sparkChart } from './spark-chart.ts';
import { roundTicks } from './ticks.ts';

const table = {
  caption: 'By month',
  period: 'Month',
  value: 'Value',
  numerator: 'Counted',
  denominator: 'Out of',
  standing: 'Standing',
  final: 'final',
  inFlight: 'in flight',
  improvement: 'improvement',
  concern: 'concern',
};
const words = {
  id: 'p1',
  title: 'As before',
  description: 'What it shows',
  usualRange: 'usual',
  inFlight: 'in flight',
  table,
};

const point = (month: number, over: Partial<RunPoint> = {}): RunPoint => {
  const from = new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 10);
  const to = new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10);
  const usual = { mean: 38, lower: 32, upper: 44, phase: 0, isTrial: false };
  return {
    from,
    to,
    value: 37 + (month % 3),
    numerator: 76,
    denominator: 200,
    isFinal: true,
    sign: null,
    usual,
    ...over,
  };
};

const seriesOf = (points: readonly RunPoint[], over: Partial<RunSeries> = {}): RunSeries => ({
  points,
  unit: { per: 100 },
  startsAtZero: false,
  showsInFlight: true,
  ...over,
});

const year = Array.from({ length: 14 }, (_, month) => point(month));
const inFlight = { isFinal: false, usual: null };
const dots = (svg: string): number => svg.match(/<circle/g)?.length ?? 0;

test('the same data give the same bytes, named for those who hear them', () => {
  const first = runChart(seriesOf(year), words);
  expect(runChart(seriesOf(year), words)).toEqual(first);
  expect(first.svg).toContain('role="img"');
  expect(first.svg).toContain('aria-labelledby="p1-title p1-desc"');
  expect(first.svg).toContain('<title id="p1-title">As before</title>');
  expect(first.narrowSvg).toContain('id="p1-narrow-title"');
  expect(first.svg).not.toContain('<style');
});

test('every point is in the table twin, with its standing', () => {
  const points = [
    point(0, { sign: 'concern' }),
    point(1, { value: null, numerator: 0, denominator: 0 }),
    point(2, inFlight),
  ];
  const { rows, columns } = sparkChart(seriesOf(points), words, table).table;
  expect(columns.map(({ label }) => label)).toEqual(['Month', 'Value', 'Counted', 'Out of', 'Standing']);
  expect(rows).toEqual([
    ['Jan 2024', '37.0%', '76', '200', 'final, concern'],
    ['Feb 2024', '–', '0', '0', 'final'],
    ['Mar 2024', '39.0%', '76', '200', 'in flight'],
  ]);
});

test.each([
  ['nothing', []],
  ['one point', [point(0)]],
  ['all missing', year.map((one) => ({ ...one, value: null, usual: null }))],
  ['all in flight', year.map((one) => ({ ...one, ...inFlight }))],
  [
    'constant',
    year.map((one) => ({
      ...one,
      value: 100,
      usual: { mean: 100, lower: 100, upper: 100, phase: 0, isTrial: false },
    })),
  ],
  [
    'limits on trial',
    year.map((one) => ({ ...one, usual: { mean: 38, lower: 32, upper: 44, phase: 0, isTrial: true } })),
  ],
])('%s: drawn without NaN or infinity', (_name, points) => {
  for (const startsAtZero of [true, false]) {
    const series = seriesOf(points, { startsAtZero });
    const { svg, narrowSvg } = runChart(series, words);
    const text = `${svg}${narrowSvg}${sparkChart(series, words, table).svg}`;
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test('points in flight do not stretch the scale; where they mislead, the small chart leaves them out', () => {
  const falling = [...year, point(14, { ...inFlight, value: 2 }), point(15, { ...inFlight, value: 37 })];
  const shown = sparkChart(seriesOf(falling), words, table).svg;
  const hidden = sparkChart(seriesOf(falling, { showsInFlight: false }), words, table).svg;
  expect(dots(shown)).toBe(15);
  expect(dots(hidden)).toBe(14);
});

test('decisions stand on the chart as numbered flags, in words for those who hear it, and apart where they meet', () => {
  const flag = (on: string, number: number) => ({ on, number, label: `hearing rule ${number}`, href: '/' });
  const flags = [flag('2024-06-10', 2), flag('2024-06-12', 3), flag('2024-03-05', 1), flag('2019-01-01', 4)];
  const { svg, narrowSvg } = runChart(seriesOf(year, { flags }), words);
  const small = sparkChart(seriesOf(year, { flags }), words, table).svg;
  for (const drawn of [svg, narrowSvg ?? '', small]) {
    expect(drawn).toContain('Marked: 1, hearing rule 1, 5 Mar 2024; 2, hearing rule 2, 10 Jun 2024; 3,');
    expect(drawn, 'before the picture begins').not.toContain('hearing rule 4');
    expect(drawn.match(/<circle[^>]* r="[79]"/g)).toHaveLength(3);
    expect(drawn).not.toMatch(/NaN|Infinity/);
  }
  const heights = [...svg.matchAll(/<g transform="translate\(0,(-\d+)\)"[^>]*><circle/g)].map(([, y]) => y);
  expect(new Set(heights).size, 'two days apart: one over the other').toBe(2);
  expect(dots(runChart(seriesOf([point(0)], { flags }), words).svg)).toBe(0);
});

test('what a file wrote cannot become markup', () => {
  const wild = '</title><script>alert("1")</script>';
  const drawn = [
    sparkChart(seriesOf(year), { ...words, title: wild }, table).svg,
    intervalChart(
      {
        rows: [{ label: wild, value: 1, lower: 0, upper: 2 }],
        reference: { value: 1, label: wild },
        isPercent: true,
      },
      { ...words, description: wild },
      { caption: '', columns: [], rows: [] },
    ).svg,
  ];
  for (const svg of drawn) expect(svg).not.toContain('<script');
});

test('published series: gaps stay gaps, and nothing at all is an empty frame', () => {
  const twin = { caption: '', columns: [], rows: [] };
  const points = [31, null, 33].map((value, index) => ({ window: `2${index}A2${index}B`, value }));
  const { svg } = observedChart(points, true, words, twin);
  expect(dots(svg)).toBe(2);
  expect(svg).toContain('31.0%');
  expect(observedChart([], true, words, twin).svg).not.toMatch(/NaN|Infinity/);
  expect(intervalChart({ rows: [], reference: null, isPercent: false }, words, twin).svg).not.toMatch(
    /NaN|Infinity/,
  );
});

test('round ticks', () => {
  expect(roundTicks([24, 51], 5).values).toEqual([30, 40, 50]);
  expect(roundTicks([0, 1], 5)).toEqual({ values: [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1], step: 0.2 });
  expect(roundTicks([3, 3], 5)).toEqual({ values: [3], step: 1 });
});
