import { expect, test } from 'vitest';
import {
  ageInYears,
  compactOf,
  dayNumber,
  firstDayOf,
  isoOf,
  monthOf,
  parseDay,
  usOf,
  yearsAfter,
} from './days.ts';

test('a day prints as each format writes it, and nothing prints for an unknown one', () => {
  const day = dayNumber(2024, 2, 29);
  expect([isoOf(day), compactOf(day), usOf(day)]).toEqual(['2024-02-29', '20240229', '02292024']);
  expect([isoOf(null), compactOf(null), usOf(null)]).toEqual(['', '', '']);
  expect(isoOf(parseDay('1980-01-01'))).toBe('1980-01-01');
  expect(isoOf(parseDay('2045-12-31'))).toBe('2045-12-31');
});

test('years later is the same day, and 29 February becomes 28 February', () => {
  expect(isoOf(yearsAfter(parseDay('2008-02-29'), 18))).toBe('2026-02-28');
  expect(isoOf(yearsAfter(parseDay('2008-02-29'), 4))).toBe('2012-02-29');
  expect(isoOf(yearsAfter(parseDay('2026-10-01'), -8))).toBe('2018-10-01');
});

test('age counts completed years', () => {
  const born = parseDay('2010-06-15');
  expect(ageInYears(born, parseDay('2020-06-14'))).toBe(9);
  expect(ageInYears(born, parseDay('2020-06-15'))).toBe(10);
  expect(ageInYears(born, parseDay('2020-12-01'))).toBe(10);
  expect(ageInYears(born, parseDay('2010-05-01'))).toBe(-1);
});

test('months begin where they begin', () => {
  expect(isoOf(firstDayOf(monthOf(parseDay('2025-12-31')) + 1))).toBe('2026-01-01');
});
