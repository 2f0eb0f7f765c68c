import { expect, test } from 'vitest';
import { pPrimeLimits, uPrimeLimits } from './laney-limits.ts';

const children = [88, 95, 79, 101, 92, 110, 70, 85, 97, 90, 60, 93];
const of = [250, 262, 240, 255, 248, 270, 230, 251, 259, 244, 233, 256];
const months = children.map((numerator, place) => ({ numerator, denominator: of[place] ?? 0 }));

test('p′ of twelve months: mean .35356905, σz 1.5015555, first limits .21736475 and .48977335', () => {
  const chart = pPrimeLimits(months);
  expect(chart.mean).toBeCloseTo(0.35356905, 8);
  expect(chart.sigmaZ).toBeCloseTo(1.5015555, 7);
  expect(chart.at(250).lower).toBeCloseTo(0.21736475, 8);
  expect(chart.at(250).upper).toBeCloseTo(0.48977335, 8);
});

test('fewer children, wider limits; near limits at two thirds', () => {
  const chart = pPrimeLimits(months);
  expect(chart.at(25).upper - chart.mean).toBeCloseTo((chart.at(250).upper - chart.mean) * Math.sqrt(10), 10);
  expect(chart.at(250).nearUpper - chart.mean).toBeCloseTo(((chart.at(250).upper - chart.mean) * 2) / 3, 10);
});

test('u′: the same arithmetic with the variance of a rate', () => {
  const chart = uPrimeLimits([
    { numerator: 10, denominator: 2500 },
    { numerator: 30, denominator: 2500 },
    { numerator: 10, denominator: 2500 },
    { numerator: 30, denominator: 2500 },
  ]);
  // mean 80 / 10,000; σ = √(.008 / 2500); each z = ±√5, each step 2√5
  expect(chart.mean).toBeCloseTo(0.008, 12);
  expect(chart.sigmaZ).toBeCloseTo((2 * Math.sqrt(5)) / 1.128, 10);
  expect(chart.at(2500).upper).toBeCloseTo(
    0.008 + 3 * Math.sqrt(0.008 / 2500) * ((2 * Math.sqrt(5)) / 1.128),
    12,
  );
});

test('points closer together than chance do not narrow the limits below chance', () => {
  const chart = pPrimeLimits(Array.from({ length: 12 }, () => ({ numerator: 50, denominator: 100 })));
  expect(chart.sigmaZ).toBe(1);
  expect(chart.at(100).upper).toBeCloseTo(0.65, 10);
});

test('every child every month: limits at the mean, never NaN', () => {
  const chart = pPrimeLimits(Array.from({ length: 12 }, () => ({ numerator: 40, denominator: 40 })));
  expect(chart.at(40)).toEqual({ mean: 1, lower: 1, upper: 1, nearLower: 1, nearUpper: 1 });
});

test('no points and a denominator of 0 are refused', () => {
  expect(() => pPrimeLimits([])).toThrow(RangeError);
  expect(() => uPrimeLimits([{ numerator: 0, denominator: 0 }])).toThrow(RangeError);
});
