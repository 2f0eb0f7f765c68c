import { expect, test } from 'vitest';
import { confirmedInR } from '../confirmed-in-r/confirmed.fixture.ts';
import { gammaProbability, gammaQuantile } from './gamma-distribution.ts';

test.each(confirmedInR('gamma-quantiles.csv'))('$call', ({ numbers }) => {
  const [probability = 0, shape = 0, expected = 0] = numbers;
  expect(Math.abs(gammaQuantile(probability, shape) / expected - 1)).toBeLessThan(1e-10);
});

test('the quantile undoes the probability', () => {
  for (const shape of [0.7, 3, 40, 5000]) {
    for (const p of [0.01, 0.2, 0.5, 0.99]) {
      expect(gammaProbability(shape, gammaQuantile(p, shape))).toBeCloseTo(p, 12);
    }
  }
});

test('a probability outside 0–1 or a shape of 0 is refused', () => {
  for (const p of [0, 1, -0.1, Number.NaN]) expect(() => gammaQuantile(p, 2)).toThrow(RangeError);
  expect(() => gammaQuantile(0.5, 0)).toThrow(RangeError);
});
