import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assuranceOf, variationOf } from './icons.ts';
import { type ChartOptions, readChart } from './read-chart.ts';

const xmr: ChartOptions = { kind: 'xmr', better: 'up' };
const read = (values: (number | null)[], options: Partial<ChartOptions> = {}) =>
  readChart(
    values.map((value) => ({ value })),
    { ...xmr, ...options },
  );
const steady = [36, 37, 35, 36, 37, 35, 36, 35, 37, 36, 35, 36, 37, 36, 35, 37, 36, 35, 37, 36];

test('how much data: run line below 6, trial below 13, then full; only points with a value count', () => {
  const stage = (length: number) => read([...steady.slice(0, length), null]).phases[0]?.stage;
  expect([5, 6, 12, 13].map(stage)).toEqual(['run-line', 'trial', 'trial', 'full']);
  expect(read(steady.slice(0, 5)).points.every(({ limits }) => limits === null)).toBe(true);
});

test('limits freeze at 20 points and do not drift after', () => {
  const before = read(steady).points[0]?.limits;
  expect(read([...steady, 20, 20, 20]).points[22]?.limits).toEqual(before);
  expect(read([...steady, 20, 20, 20], { freezeAt: 12 }).points[0]?.limits?.mean).toBeCloseTo(35.9167, 4);
  expect(() => read(steady, { freezeAt: 11 })).toThrow(RangeError);
  expect(() => read(steady, { freezeAt: 21 })).toThrow(RangeError);
});

test('runs cross the freeze', () => {
  const flags = read([...steady.slice(0, 17), 34, 34, 34, 34, 34, 34, 34]).points.map(({ signals }) =>
    signals.some(({ rule }) => rule === 'shift'),
  );
  expect(flags.lastIndexOf(false)).toBe(16);
});

test('a sustained shift, its side, meaning and start', () => {
  const change = read([...steady, 33, 34, 33, 34, 33, 34, 33, 34]).change;
  expect(change).toEqual({ side: 'below', since: 20, points: 8, evidence: 'sustained', reading: 'concern' });
  expect(read([...steady, 33, 34, 33, 34, 33, 34, 33], { better: 'down' }).change?.reading).toBe(
    'improvement',
  );
});

test('one point back does not end a sustained shift, two in a row do', () => {
  const shifted = [...steady, 34, 34, 34, 34, 34, 34, 34];
  expect(read([...shifted, 37, 34]).change).toMatchObject({ evidence: 'sustained', since: 20 });
  expect(read([...shifted, 37, 37]).change).toBeNull();
});

test('a shorter run with a point outside is early evidence; steady is no change', () => {
  expect(read([...steady, 36.5, 44, 45]).change).toMatchObject({
    side: 'above',
    evidence: 'early',
    since: 20,
  });
  expect(read(steady).change).toBeNull();
});

test('gaps are skipped and their neighbours joined', () => {
  const gappy = read([...steady, 34, null, 34, 34, null, 34, 34, 34, null, 34]);
  expect(gappy.change).toMatchObject({ evidence: 'sustained', since: 20, points: 7 });
  expect(gappy.points[21]).toEqual({ place: 21, value: null, limits: null, signals: [], judgements: [] });
});

test('a rebased phase has its own limits, and rules do not cross into it', () => {
  const values = [...steady, ...steady.map((value) => value - 10)];
  const reading = read(values, { phasesFrom: [20] });
  expect(reading.phases.map(({ from, to }) => [from, to])).toEqual([
    [0, 19],
    [20, 39],
  ]);
  expect(reading.points[25]?.limits?.mean).toBeCloseTo(26, 0);
  expect(reading.change).toBeNull();
  expect(read(values).change?.since).toBe(20);
});

test('a point can both improve and concern; concern comes first', () => {
  const reading = read([...steady, 30, 31, 32, 33, 34, 34.5, 35]);
  expect(reading.points.at(-1)?.judgements).toEqual(['concern', 'improvement']);
});

test('a constant series: limits at its mean, a signal only where a value differs', () => {
  const constant = Array.from({ length: 24 }, () => 100);
  const quiet = read(constant, { range: 'percent' });
  expect(quiet.points.every(({ signals }) => signals.length === 0)).toBe(true);
  expect(quiet.points[0]?.limits).toEqual({
    mean: 100,
    lower: 100,
    upper: 100,
    nearLower: 100,
    nearUpper: 100,
  });
  expect(read([...constant, 99]).points.at(-1)?.judgements).toEqual(['concern']);
});

test('p′ in percent: zero denominators are missing, limits follow the denominator and stay within 0–100', () => {
  const months = Array.from({ length: 14 }, (_, place) => ({
    numerator: 9 + (place % 2),
    denominator: place === 3 ? 0 : 10,
  }));
  const reading = readChart(months, { kind: 'p-prime', better: 'up', per: 100, range: 'percent' });
  expect(reading.points[3]?.value).toBeNull();
  expect(reading.points[0]?.value).toBe(90);
  expect(reading.points[0]?.limits?.upper).toBe(100);
  expect(reading.phases[0]).toMatchObject({ stage: 'full', points: 13, isClipped: true });
  expect(read(steady, { range: 'percent' }).phases[0]?.isClipped).toBe(false);
});

test('u′ per 1,000 days', () => {
  const months = Array.from({ length: 13 }, () => ({ numerator: 4, denominator: 1000 }));
  const reading = readChart(months, { kind: 'u-prime', better: 'down', per: 1000, range: 'rate' });
  expect(reading.points[0]?.value).toBe(4);
  expect(reading.points[0]?.limits?.upper).toBeCloseTo(4 + 3 * 2, 9);
  expect(reading.points[0]?.limits?.lower).toBe(0);
});

test('nothing at all, one point, all missing', () => {
  expect(read([])).toMatchObject({ points: [], phases: [], change: null });
  expect(read([5]).points[0]).toMatchObject({ value: 5, limits: null, signals: [] });
  expect(read([null, null]).phases[0]).toMatchObject({ stage: 'run-line', points: 0 });
});

test('icons: variation by the last point, assurance by limits, none on trial', () => {
  expect(variationOf(read(steady))).toBe('common-cause');
  expect(variationOf(read([...steady, 20]))).toEqual(['concern']);
  expect(variationOf(read([...steady, 20], { better: 'neither' }))).toEqual(['lower']);
  expect(variationOf(read(steady.slice(0, 12)))).toBeNull();
  const { lower, upper } = read(steady).points[0]?.limits ?? { lower: 0, upper: 0 };
  const up = (target: number | null) => assuranceOf(read(steady), 'up', target);
  expect([upper + 1, upper, 36, lower, lower - 1].map(up)).toEqual([
    'missed',
    'hit-or-miss',
    'hit-or-miss',
    'hit-or-miss',
    'met',
  ]);
  expect(assuranceOf(read(steady), 'down', lower - 1)).toBe('missed');
  expect(up(null)).toBeNull();
  expect(assuranceOf(read(steady), 'neither', 36)).toBeNull();
});

test('a mirrored series gives mirrored signals', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 40 }), (values) => {
      const sides = (all: number[]) => read(all).points.map(({ signals }) => signals);
      const mirrored = sides(values.map((value) => -value)).map((signals) =>
        signals.map(({ rule, side }) => ({ rule, side: side === 'above' ? 'below' : 'above' })),
      );
      expect(mirrored).toEqual(sides(values));
    }),
  );
});
