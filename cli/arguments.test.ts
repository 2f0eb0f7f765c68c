import { expect, expectTypeOf, test } from 'vitest';
import { Invalid } from '../app/platform/errors.ts';
import { readArguments } from './arguments.ts';

const expected = {
  verb: 'sample',
  options: {
    prefer: { type: 'string', multiple: true },
    layout: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: [1, 2, 'path'],
  formats: ['table', 'csv'],
} as const;

test('options, repeated options and words', () => {
  const read = readArguments(expected, ['a', '--prefer', 'x=1', '--prefer', 'y=2', '--dry-run', 'b']);
  expect(read.values).toEqual({ prefer: ['x=1', 'y=2'], 'dry-run': true });
  expect(read.positionals).toEqual(['a', 'b']);
  expect(read.format).toBeUndefined();
  expectTypeOf(read.values.prefer).toEqualTypeOf<string[] | undefined>();
  expectTypeOf(read.values['dry-run']).toEqualTypeOf<boolean | undefined>();
});

test('--json is --format json', () => {
  expect(readArguments(expected, ['a', '--json']).format).toBe('json');
  expect(readArguments(expected, ['a', '--format', 'json']).format).toBe('json');
  expect(readArguments(expected, ['a', '--format', 'csv']).format).toBe('csv');
});

test.each([
  [[], 'needs a path'],
  [['a', 'b', 'c'], 'no more than 2'],
  [['a', '--layuot', 'x'], 'layuot'],
  [['a', '--layout'], 'layout'],
  [['a', '--format', 'xml'], 'json or table or csv'],
  [['a', '--json', '--format', 'xml'], 'json or table or csv'],
  [['a', '--json', '--format', 'csv'], 'two wishes'],
])('%j is the caller’s mistake', (args, words) => {
  expect(() => readArguments(expected, args)).toThrow(Invalid);
  expect(() => readArguments(expected, args)).toThrow(words);
});
