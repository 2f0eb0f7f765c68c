import { expect, test } from 'vitest';
import { disparityChart } from './disparity-chart.ts';
import { type FunnelChartData, funnelChart } from './funnel-chart.ts';
import { multipleChart, sharedScale } from './multiple-chart.ts';
import { pictureFile } from './picture-file.ts';
import type { RunPoint, RunSeries } from './run-points.ts';

const words = { id: 'x', title: 'As before', description: 'What it shows' };
const noTable = { caption: '', columns: [], rows: [] };
const wild = '</title><script>alert("1")</script>';
const isDrawable = (svg: string): void => {
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(svg).not.toContain('<script');
};

const dot = (name: string, size: number, value: number, flag: 'above' | 'below' | null = null) => ({
  name,
  size,
  value,
  hover: `${name}: ${value}%`,
  flag,
  sign: flag === 'below' ? ('concern' as const) : null,
  isChosen: false,
});

const funnel = (over: Partial<FunnelChartData> = {}): FunnelChartData => ({
  dots: [dot('Alder', 40, 30), dot('Birch', 400, 22, 'below'), dot('Cedar', 900, 38)],
  target: 36,
  widths: [40, 200, 900].map((size) => ({
    size,
    near: [36 - 300 / size, 36 + 300 / size],
    far: [36 - 500 / size, 36 + 500 / size],
  })),
  unit: { per: 100 },
  ...over,
});

const funnelWords = {
  ...words,
  target: 'together 36.0%',
  size: 'more children →',
  flag: { above: 'higher', below: 'lower' },
};

test('a funnel names every dot beside the pointer, and on the picture only those that are flagged or chosen', () => {
  const { svg, narrowSvg } = funnelChart(funnel(), funnelWords, noTable);
  for (const drawn of [svg, narrowSvg ?? '']) {
    isDrawable(drawn);
    for (const name of ['Alder', 'Birch', 'Cedar']) expect(drawn).toContain(`<title>${name}: `);
    expect(drawn).toContain('Birch, lower');
    expect(drawn.match(/>Alder</)).toBeNull();
  }
  const chosen = funnel({ dots: [{ ...dot('Alder', 40, 30), isChosen: true }, dot('Cedar', 900, 38)] });
  expect(funnelChart(chosen, funnelWords, noTable).svg).toContain('>Alder<');
});

test('a funnel of what cannot vary, or of one size, is still a picture', () => {
  isDrawable(funnelChart(funnel({ dots: [dot('Alder', 40, 36)], widths: [] }), funnelWords, noTable).svg);
  isDrawable(
    funnelChart(funnel({ dots: [dot(wild, 40, 0), dot('Birch', 40, 0)], target: 0 }), funnelWords, noTable)
      .svg,
  );
});

const bar = (name: string, value: number | null) => ({
  name,
  note: value === null ? 'too few to show' : `${value}%`,
  shortNote: value === null ? 'too few to show' : `${value}%`,
  asItIs: value === null ? null : { value, interval: [value - 5, value + 5] as const },
  adjusted: value === null ? null : { value: value + 1, interval: [value - 4, value + 6] as const },
});

test('groups one under another, as given; one that is not shown keeps its place and says why', () => {
  const data = {
    bars: [bar('Asian', 28), bar('Black', null), bar(wild, 37)],
    everybody: 36,
    unit: { per: 100 },
  };
  const { svg, narrowSvg } = disparityChart(data, { ...words, everybody: 'everyone 36%' }, noTable);
  for (const drawn of [svg, narrowSvg ?? '']) {
    isDrawable(drawn);
    expect(drawn).toContain('too few to show');
    expect(drawn.match(/<circle/g)).toHaveLength(4);
    expect(drawn.indexOf('Asian')).toBeLessThan(drawn.indexOf('Black'));
  }
  isDrawable(
    disparityChart({ bars: [], everybody: null, unit: { per: 1000 } }, { ...words, everybody: '' }, noTable)
      .svg,
  );
});

const quarter = (index: number, value: number | null): RunPoint => ({
  from: new Date(Date.UTC(2023, index * 3, 1)).toISOString().slice(0, 10),
  to: new Date(Date.UTC(2023, index * 3 + 3, 0)).toISOString().slice(0, 10),
  value,
  numerator: value,
  denominator: value === null ? null : 100,
  isFinal: true,
  sign: null,
  usual: null,
});

const seriesOf = (values: readonly (number | null)[]): RunSeries => ({
  points: values.map((value, index) => quarter(index, value)),
  unit: { per: 100 },
  startsAtZero: false,
  showsInFlight: false,
});

test('small multiples share one scale that a wild quarter does not stretch; what is not shown is a gap', () => {
  const steady = Array.from({ length: 40 }, (_, index) => 35 + (index % 5));
  const all = [seriesOf(steady), seriesOf([100, ...steady.slice(1)])];
  const scale = sharedScale(all);
  expect(scale.value[1]).toBeLessThan(45);
  const gap = seriesOf([36, 37, null, 38, 36]);
  const svg = multipleChart(gap, seriesOf(steady), scale, words);
  isDrawable(svg);
  const lines = [...svg.matchAll(/<path[^>]* d="(M[^"]*L[^"]*)"/g)].map(([, path = '']) => path);
  expect(
    lines.some((path) => path.split('M').length === 3),
    'the line begins anew after the gap',
  ).toBe(true);
  isDrawable(multipleChart(seriesOf([null, null]), seriesOf([]), sharedScale([]), words));
});

test('a file carries its sentence, what it is and where it is from, and is one document', () => {
  const { svg, width, height } = pictureFile(
    { sentence: `${wild} ${'long '.repeat(40)}`, what: 'Permanency & more', origin: 'data version 2' },
    [
      { svg: '<svg width="270" height="100"></svg>', name: 'A <b>' },
      { svg: '<svg width="270" height="100"></svg>', name: 'B' },
    ],
    2,
  );
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).not.toMatch(/<script|<b>/);
  expect(svg).toContain('Permanency &amp; more');
  expect(svg).toContain('data version 2');
  expect([width, height].every((side) => Number.isInteger(side) && side > 200)).toBe(true);
});
