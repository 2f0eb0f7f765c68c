import { expect, test } from 'vitest';
import { judge } from './checks.ts';

test('a share at its limit passes, above it fails', () => {
  expect(judge({ checkId: 'birth-date-missing', numerator: 5, denominator: 100 })).toMatchObject({
    value: 5,
    isPassed: true,
  });
  expect(judge({ checkId: 'birth-date-missing', numerator: 6, denominator: 100 })).toMatchObject({
    value: 6,
    isPassed: false,
    sentence:
      'No birth date: 6 of 100 children in the file, 6.0%; the limit is at most 5%: not passed, which would put P1, P2, P3, P4, P5, S1 in doubt.',
  });
});

test('where a share must reach its limit, less fails', () => {
  expect(judge({ checkId: 'victims-in-next-year', numerator: 1, denominator: 100 }).isPassed).toBe(true);
  expect(judge({ checkId: 'victims-in-next-year', numerator: 1, denominator: 101 }).isPassed).toBe(false);
});

test('one victim found in care is enough, none is not', () => {
  expect(judge({ checkId: 'victims-found-in-care', numerator: 1, denominator: 9000 }).isPassed).toBe(true);
  expect(judge({ checkId: 'victims-found-in-care', numerator: 0, denominator: 9000 }).isPassed).toBe(false);
});

test('what was not counted is neither passed nor failed, and says why', () => {
  expect(judge({ checkId: 'dropped-records', numerator: null, denominator: 10 })).toEqual({
    value: null,
    isPassed: null,
    sentence:
      'Dropped records: no discharge, absent from the next file: cannot be told, because the file that follows is not loaded.',
  });
  expect(judge({ checkId: 'birth-after-exit', numerator: 0, denominator: 0 })).toMatchObject({
    value: null,
    isPassed: null,
  });
});
