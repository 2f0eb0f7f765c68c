import { expect, test } from 'vitest';
import { monthsBefore, spanAsked } from './span.ts';

test.each([
  ['2026-11-25', 3, '2026-08-25'],
  ['2026-01-31', 2, '2025-11-30'],
  ['2024-03-31', 1, '2024-02-29'],
])('%s, %i months before: %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});

test('a span is whole months and the one under way', () => {
  const of = (search: string) => spanAsked(new URL(`http://a/${search}`), '2026-11-25');
  expect(of('')).toEqual({ months: 6, from: '2026-06-01', to: '2026-11-25' });
  expect(of('?months=12').from).toBe('2025-12-01');
  expect(() => of('?months=half')).toThrow('1 to 60');
});
