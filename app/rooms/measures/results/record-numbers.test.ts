import { expect, test } from 'vitest';
import { recordNumberPatterns } from './record-numbers.ts';

test('what numbers share stands as it is, the rest is a digit or a letter', () => {
  expect(recordNumberPatterns(['JA01B', 'JB9Z2', 'C-1204', 'C-9377'])).toEqual([
    String.raw`J[A-Z]\d[A-Z0-9][A-Z0-9]`,
    String.raw`C\-\d\d\d\d`,
  ]);
});

test('short ones and words look like anything', () => {
  expect(recordNumberPatterns(['2026', '12', 'ALDER', 'CEDAR'])).toEqual([]);
});
