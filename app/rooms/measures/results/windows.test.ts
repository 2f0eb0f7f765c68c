import { expect, test } from 'vitest';
import { Invalid } from '../../../platform/errors.ts';
import {
  addMonths,
  federalName,
  isDay,
  parseWindow,
  rollingWindows,
  windowFrom,
  windowsBetween,
} from './windows.ts';

test('federal windows begin in October or April', () => {
  expect(parseWindow('23A23B')).toEqual({ from: '2022-10-01', to: '2023-09-30' });
  expect(parseWindow('23b24a')).toEqual({ from: '2023-04-01', to: '2024-03-31' });
  expect(federalName(parseWindow('23B24A'))).toBe('23B24A');
  expect(federalName(windowFrom('2023-05-01'))).toBeNull();
});

test('any day begins 12 months, leap days included', () => {
  expect(parseWindow('2024-02-29')).toEqual({ from: '2024-02-29', to: '2025-02-27' });
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
});

test.each(['23A24B', '23B23A', '2023-02-30', '2023-01-45', '9999-12-01', '1899-12-31', 'last year', '23A'])(
  '%s is no window',
  (text) => {
    expect(() => parseWindow(text)).toThrow(Invalid);
    expect(isDay(text)).toBe(false);
  },
);

test('months and quarters that hold a day of the span', () => {
  expect(windowsBetween('quarter', '2023-02-10', '2023-07-01')).toEqual([
    { from: '2023-01-01', to: '2023-03-31' },
    { from: '2023-04-01', to: '2023-06-30' },
    { from: '2023-07-01', to: '2023-09-30' },
  ]);
  expect(windowsBetween('month', '2024-02-01', '2024-02-29')).toEqual([
    { from: '2024-02-01', to: '2024-02-29' },
  ]);
  expect(rollingWindows('2023-10-01', '2023-11-30').map(({ to }) => to)).toEqual([
    '2024-09-30',
    '2024-10-31',
  ]);
});
