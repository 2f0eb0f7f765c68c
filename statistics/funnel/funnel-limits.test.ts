import { expect, test } from 'vitest';
import { confirmedInR } from '../confirmed-in-r/confirmed.fixture.ts';
import { funnelLimits, interpolatedBinomialLimit } from './funnel-limits.ts';
import { deviationOf } from './funnel-scale.ts';
import { betweenUnitVariance } from './overdispersion.ts';

test.each(confirmedInR('binomial-limits.csv'))('$call', ({ numbers }) => {
  const [trials = 0, probability = 0, tail = 0, value = 0] = numbers;
  expect(interpolatedBinomialLimit(tail, trials, probability)).toBeCloseTo(value, 10);
});

test.each(confirmedInR('poisson-funnel-limits.csv'))('$call', ({ numbers }) => {
  const [expected = 0, confidence = 0, lower = 0, upper = 0] = numbers;
  const limits = funnelLimits({ kind: 'rate', target: 1, betweenVariance: 0 }, expected, confidence);
  expect(limits[0]).toBeCloseTo(lower, 10);
  expect(limits[1]).toBeCloseTo(upper, 10);
});

test('the values of FunnelPlotR', () => {
  const of = (expected: number, confidence: number) =>
    funnelLimits({ kind: 'rate', target: 1, betweenVariance: 0 }, expected, confidence);
  for (const [expected, lower, upper] of [
    [15, 0.5596924, 1.649348],
    [20, 0.610826, 1.544419],
    [30, 0.6746958, 1.427562],
  ] as const) {
    expect(of(expected, 0.95)[0]).toBeCloseTo(lower, 6);
    expect(of(expected, 0.95)[1]).toBeCloseTo(upper, 6);
  }
  expect(of(15, 0.998)[0]).toBeCloseTo(0.386265, 6);
  expect(of(15, 0.998)[1]).toBeCloseTo(2.082907, 6);
});

const vectors = (call: string): number[][] =>
  [...call.matchAll(/<- c\(([^)]*)\)/g)].map(([, list = '']) => list.split(',').map(Number));

test.each(confirmedInR('overdispersion.csv'))('how much units differ: $call', ({ call, numbers }) => {
  const [isShare, value = 0] = numbers;
  const kind = isShare === 1 ? 'share' : 'rate';
  const [events = [], sizes = []] = vectors(call);
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  const target = sum(events) / sum(sizes);
  const deviations = events.map((numerator, index) =>
    deviationOf(kind, { numerator, denominator: sizes[index] ?? 0 }, target),
  );
  expect(betweenUnitVariance(deviations)).toBeCloseTo(value, 12);
});

test('units that truly differ widen the funnel, inside what can be', () => {
  for (const size of [1, 12, 4000]) {
    const narrow = funnelLimits({ kind: 'share', target: 0.97, betweenVariance: 0 }, size, 0.998);
    const wide = funnelLimits({ kind: 'share', target: 0.97, betweenVariance: 0.02 }, size, 0.998);
    expect(wide[0]).toBeLessThan(Math.max(narrow[0], 0.5));
    expect(Math.min(...wide, ...narrow)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...wide, ...narrow)).toBeLessThanOrEqual(1);
  }
});

test('nothing to vary, no funnel', () => {
  for (const target of [0, 1])
    expect(() => funnelLimits({ kind: 'share', target, betweenVariance: 0 }, 10, 0.95)).toThrow(RangeError);
  expect(() => funnelLimits({ kind: 'rate', target: 1, betweenVariance: 0 }, 0, 0.95)).toThrow(RangeError);
});
