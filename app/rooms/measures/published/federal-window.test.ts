import { expect, test } from 'vitest';
import { windowOfPeriod } from './federal-window.ts';

test.each([
  ['23A23B', '2022-10-01', '2023-09-30'],
  ['23B24A', '2023-04-01', '2024-03-31'],
  ['23A23B,FY2023', '2022-10-01', '2023-09-30'],
  ['23AB_FY23', '2022-10-01', '2023-09-30'],
  ['FY23-24', '2022-10-01', '2023-09-30'],
  ['FY2023-2024', '2022-10-01', '2023-09-30'],
])('%s', (period, from, to) => {
  expect(windowOfPeriod(period)).toEqual({ from, to });
});

test('an unknown name is refused, not guessed', () => {
  expect(() => windowOfPeriod('2023')).toThrow('2023');
});
