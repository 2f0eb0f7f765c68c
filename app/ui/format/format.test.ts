import { expect, test } from 'vitest';
import { dayText, durationText, windowText } from './days.ts';
import {
  countText,
  decimalsFor,
  intervalText,
  ordinalText,
  sizeText,
  tickText,
  valueText,
} from './numbers.ts';

const percent = { per: 100 };
const rate = { per: 1000 };

test('days and windows', () => {
  expect(dayText('2026-03-12')).toBe('12 Mar 2026');
  expect(windowText('2025-10-01', '2026-09-30')).toBe('Oct 2025–Sep 2026');
  expect(windowText('2024-02-01', '2024-02-29')).toBe('Feb 2024');
  expect(windowText('2023-02-01', '2024-02-28')).toBe('1 Feb 2023–28 Feb 2024');
  expect(windowText('2025-10-05', '2026-10-04')).toBe('5 Oct 2025–4 Oct 2026');
  expect([10, 60, 300, 7200].map(durationText)).toEqual([
    'less than a minute',
    'about a minute',
    'about 5 minutes',
    'about 2 hours',
  ]);
});

test('a figure shows no more digits than the people behind it bear', () => {
  expect(valueText({ value: 38.55, numerator: 40, denominator: 104 }, percent)).toBe('38.6%');
  expect(valueText({ value: 38.55, numerator: 30, denominator: 99 }, percent)).toBe('39%');
  expect(valueText({ value: 4.306, numerator: 100, denominator: 9 }, rate)).toBe('4.31');
  expect(valueText({ value: 4.306, numerator: 99, denominator: 9 }, rate)).toBe('4.3');
  expect(decimalsFor(percent, null, null)).toBe(0);
});

test('what is not there is a dash, never NaN and never minus zero', () => {
  const none = { value: null, numerator: null, denominator: null };
  expect(valueText(none, percent)).toBe('–');
  expect(intervalText(null, none, percent)).toBe('–');
  expect(countText(null)).toBe('–');
  expect(valueText({ value: -0, numerator: 0, denominator: 200 }, percent)).toBe('0.0%');
});

test('counts, sizes, places, ticks', () => {
  expect(countText(1_234_567)).toBe('1,234,567');
  expect(intervalText([35.812, 39.449], { value: 37.6, numerator: 1020, denominator: 2713 }, percent)).toBe(
    '35.8–39.4',
  );
  expect([0, 999, 1234, 13_426_530, 5e10].map(sizeText)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.2 kB',
    '13 MB',
    '50 GB',
  ]);
  expect([1, 10, 11].map(ordinalText)).toEqual(['first', 'tenth', '11th']);
  expect([tickText(10, 5), tickText(0.5, 0.25), tickText(0.3, 0.1)]).toEqual(['10', '0.5', '0.3']);
});
