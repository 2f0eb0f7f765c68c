import { expect, test } from 'vitest';
import { paceOf } from './pace.ts';

test('a quarter read in 10 seconds leaves 30', () => {
  expect(paceOf({ rows: 5000, bytes: 25, totalBytes: 100 }, 10)).toEqual({
    rowsPerSecond: 500,
    secondsLeft: 30,
  });
});

test('nothing is said before there is something to go by, nor when all is read', () => {
  expect(paceOf({ rows: 0, bytes: 0, totalBytes: 100 }, 3)).toEqual({
    rowsPerSecond: null,
    secondsLeft: null,
  });
  expect(paceOf({ rows: 9, bytes: 9, totalBytes: 9 }, 0)).toEqual({ rowsPerSecond: null, secondsLeft: null });
  expect(paceOf({ rows: 9, bytes: 9, totalBytes: 9 }, 3)).toEqual({ rowsPerSecond: 3, secondsLeft: null });
});
