import { expect, test } from 'vitest';
import { confirmedInR } from '../confirmed-in-r/confirmed.fixture.ts';
import { exactPoissonInterval } from './exact-poisson-interval.ts';

test.each(confirmedInR('poisson-intervals.csv'))('$call', ({ numbers }) => {
  const [events = 0, exposure = 0, confidence = 0, lower = 0, upper = 0] = numbers;
  const interval = exactPoissonInterval(events, exposure, confidence);
  if (lower === 0) expect(interval[0]).toBe(0);
  else expect(Math.abs(interval[0] / lower - 1)).toBeLessThan(1e-10);
  expect(Math.abs(interval[1] / upper - 1)).toBeLessThan(1e-10);
});

test('no exposure, no interval', () => {
  expect(() => exactPoissonInterval(0, 0)).toThrow(RangeError);
  expect(() => exactPoissonInterval(-1, 10)).toThrow(RangeError);
});
