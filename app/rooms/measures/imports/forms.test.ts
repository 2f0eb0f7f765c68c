import { expect, test } from 'vitest';
import { importForm, readPreferences } from './forms.ts';

test('preferences are table=source', () => {
  expect(readPreferences(['removals=afcars-2020', 'population=package'])).toEqual({
    removals: 'afcars-2020',
    population: 'package',
  });
  expect(readPreferences([])).toEqual({});
});

test.each(['removals', 'removals=', 'removals=excel', 'people=package', 'removals=package=ncands'])(
  '%s is refused with what there is',
  (text) => {
    expect(() => readPreferences([text])).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('afcars-2020') }),
    );
  },
);

test('an import needs a file', () => {
  expect(importForm.safeParse({ paths: [], putInUse: true }).success).toBe(false);
  expect(importForm.safeParse({ paths: ['a.xml'], putInUse: true }).success).toBe(true);
});
