import { expect, test } from 'vitest';
import { gLimits, tLimits } from './rare-event-limits.ts';

const gaps = [12, 33, 7, 54, 21, 90, 5, 41, 18, 62, 27, 9];

test('t chart: centre 24.83222339, upper 335.1793938, lower 0', () => {
  const limits = tLimits(gaps);
  expect(limits.mean).toBeCloseTo(24.83222339, 8);
  expect(limits.upper).toBeCloseTo(335.1793938, 7);
  expect(limits.lower).toBe(0);
});

test('g chart: mean 31.58333, upper 127.8216443', () => {
  const limits = gLimits(gaps);
  expect(limits.mean).toBeCloseTo(31.58333, 5);
  expect(limits.upper).toBeCloseTo(127.8216443, 7);
  expect(limits.lower).toBe(0);
});

test('no gaps and negative gaps are refused', () => {
  expect(() => tLimits([])).toThrow(RangeError);
  expect(() => gLimits([-1])).toThrow(RangeError);
});
