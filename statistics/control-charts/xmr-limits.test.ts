import { expect, test } from 'vitest';
import { averageMovingRange } from './average-moving-range.ts';
import { xmrLimits } from './xmr-limits.ts';

const oneWildPoint = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

/** set.seed(123); rnorm(20) in R */
const normal = [
  -0.560475646552213, -0.23017748948328, 1.55870831414912, 0.070508391424576, 0.129287735160946,
  1.71506498688328, 0.460916205989202, -1.26506123460653, -0.686852851893526, -0.445661970099958,
  1.22408179743946, 0.359813827057364, 0.400771450594052, 0.11068271594512, -0.555841134754075,
  1.78691313680308, 0.497850478229239, -1.96661715662964, 0.701355901563686, -0.472791407727934,
];

test('one wild point: screened and unscreened limits', () => {
  const screened = xmrLimits(oneWildPoint);
  expect(screened.limits.mean).toBeCloseTo(1.94, 2);
  expect(screened.limits.upper).toBeCloseTo(4.6, 2);
  expect(screened.limits.lower).toBeCloseTo(-0.72, 2);
  expect(screened.movingRange).toMatchObject({ screening: 'left-out', leftOut: 2 });
  const open = xmrLimits(oneWildPoint, false);
  expect(open.limits.upper).toBeCloseTo(6.95, 2);
  expect(open.limits.lower).toBeCloseTo(-3.06, 2);
  expect(open.movingRange.screening).toBe('off');
});

test('20 normal values: mean 0.1416238, limits −3.01138 and 3.294627', () => {
  const { limits } = xmrLimits(normal);
  expect(limits.mean).toBeCloseTo(0.1416238, 6);
  expect(limits.lower).toBeCloseTo(-3.01138, 5);
  expect(limits.upper).toBeCloseTo(3.294627, 6);
});

test('the same with the 15th value 10: the mean keeps it, the limits do not', () => {
  const { limits } = xmrLimits(normal.with(14, 10));
  expect(limits.mean).toBeCloseTo(0.6694159, 6);
  expect(limits.lower).toBeCloseTo(-2.383666, 6);
  expect(limits.upper).toBeCloseTo(3.722497, 6);
});

test('the near limits lie at 1.7733 average ranges', () => {
  const { limits, movingRange } = xmrLimits(normal);
  expect((limits.nearUpper - limits.mean) / movingRange.average).toBeCloseTo(1.7733, 4);
  expect((limits.mean - limits.nearLower) / movingRange.average).toBeCloseTo(1.7733, 4);
});

test('a constant series has limits at its mean, never NaN', () => {
  const { limits, movingRange } = xmrLimits([100, 100, 100, 100]);
  expect(limits).toEqual({ mean: 100, lower: 100, upper: 100, nearLower: 100, nearUpper: 100 });
  expect(movingRange).toEqual({ average: 0, screening: 'nothing-left-out', leftOut: 0 });
});

test('where screening would leave no variation, the ranges stay in', () => {
  expect(averageMovingRange([5, 5, 5, 5, 5, 9, 9, 9, 9, 9])).toEqual({
    average: 4 / 9,
    screening: 'undone',
    leftOut: 0,
  });
});

test('a range of exactly 3.267 averages is left out', () => {
  const wild = (3.267 * 4) / (5 - 3.267);
  expect(averageMovingRange([0, 1, 2, 3, 4, 4 + wild]).leftOut).toBe(1);
  expect(averageMovingRange([0, 1, 2, 3, 4, 4 + 0.99 * wild]).leftOut).toBe(0);
});

test('one point has limits at itself, none has none', () => {
  expect(xmrLimits([3]).limits.upper).toBe(3);
  expect(() => xmrLimits([])).toThrow(RangeError);
});
