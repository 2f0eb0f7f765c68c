import { expect, test } from 'vitest';
import { confirmedInR } from '../confirmed-in-r/confirmed.fixture.ts';
import { byarInterval } from './byar-interval.ts';
import { disparityRatio } from './disparity-ratio.ts';
import { disproportionalityIndex } from './disproportionality-index.ts';
import { standardised } from './indirect-standardisation.ts';

test.each(confirmedInR('disparity-ratios.csv'))('$call', ({ numbers }) => {
  const [a = 0, n1 = 0, b = 0, n2 = 0, isShare, lower = 0, upper = 0] = numbers;
  const { interval } = disparityRatio(
    isShare === 1 ? 'share' : 'rate',
    { numerator: a, denominator: n1 },
    { numerator: b, denominator: n2 },
  );
  expect(interval[0]).toBeCloseTo(lower, 10);
  expect(interval[1]).toBeCloseTo(upper, 10);
});

test.each(confirmedInR('byar-intervals.csv'))('$call', ({ numbers: [events = 0, lower = 0, upper = 0] }) => {
  const interval = byarInterval(events);
  expect(Math.abs(interval[0] / lower - 1)).toBeLessThan(1e-10);
  expect(Math.abs(interval[1] / upper - 1)).toBeLessThan(1e-10);
});

test('a group without an event has a ratio and limits, and nobody has none', () => {
  const { ratio, interval } = disparityRatio(
    'share',
    { numerator: 0, denominator: 30 },
    { numerator: 40, denominator: 100 },
  );
  expect(ratio).toBeCloseTo(0.5 / 31 / (40.5 / 101), 12);
  expect(interval[0]).toBeGreaterThan(0);
  expect(Number.isFinite(interval[1])).toBe(true);
  const nobody = { numerator: 0, denominator: 0 };
  expect(() => disparityRatio('share', nobody, { numerator: 1, denominator: 2 })).toThrow(RangeError);
});

test('share in the system over share of all children', () => {
  expect(disproportionalityIndex(200, 1000, 10_000, 100_000)).toBeCloseTo(2, 12);
  expect(disproportionalityIndex(0, 1000, 10_000, 100_000)).toBe(0);
  expect(disproportionalityIndex(1, 0, 10, 100)).toBeNull();
  expect(disproportionalityIndex(1, 10, 0, 100)).toBeNull();
});

test('observed over expected at everybody’s rates; adjusting a group to itself changes nothing', () => {
  const strata = [
    { group: { numerator: 8, denominator: 100 }, everybody: { numerator: 100, denominator: 1000 } },
    { group: { numerator: 12, denominator: 50 }, everybody: { numerator: 200, denominator: 500 } },
  ];
  const share = standardised('share', strata);
  expect(share).toMatchObject({ observed: 20, expected: 30 });
  expect(share?.ratio).toBeCloseTo(2 / 3, 12);
  const rate = standardised('rate', strata);
  expect(rate?.interval[1]).toBeGreaterThan(share?.interval[1] ?? 0);
  const itself = strata.map(({ everybody }) => ({ group: everybody, everybody }));
  expect(standardised('share', itself)?.ratio).toBeCloseTo(1, 12);
  const empty = { group: { numerator: 0, denominator: 5 }, everybody: { numerator: 0, denominator: 0 } };
  expect(standardised('rate', [empty])).toBeNull();
});
