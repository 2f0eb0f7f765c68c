import { expect, test } from 'vitest';
import { confirmedInR } from '../confirmed-in-r/confirmed.fixture.ts';
import { normalDeviate, wilsonInterval } from './wilson-interval.ts';

test.each(confirmedInR('wilson-intervals.csv'))('$call', ({ numbers }) => {
  const [successes = 0, trials = 0, confidence = 0, lower = 0, upper = 0] = numbers;
  const interval = wilsonInterval(successes, trials, confidence);
  expect(interval[0]).toBeCloseTo(lower, 10);
  expect(interval[1]).toBeCloseTo(upper, 10);
});

test('qnorm(0.975), qnorm(0.999)', () => {
  expect(normalDeviate(0.95)).toBeCloseTo(1.95996398454005, 12);
  expect(normalDeviate(0.998)).toBeCloseTo(3.09023230616781, 12);
});

test('limits at the ends are exact, and nobody has no interval', () => {
  expect(wilsonInterval(0, 12)[0]).toBe(0);
  expect(wilsonInterval(12, 12)[1]).toBe(1);
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
});
