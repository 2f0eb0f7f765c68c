import { expect, test } from 'vitest';
import { type Files, smallPackage, withPackage } from '../../../../../../tests/support/staged-package.ts';
import type { Problem } from '../../problem.ts';

const children = (rows: string) => ({ 'children.csv': `child_id,birth_date,sex\n${rows}` });
const many = Array.from({ length: 40 }, (_, index) => `K${index},2012-01-01,male\n`).join('');

type Expected = Pick<Problem, 'file' | 'line' | 'column' | 'value' | 'rule'>;

/** Each of these stops the import, says where, and leaves the folder empty. */
const stops: readonly (readonly [what: string, files: Files, expected: Expected])[] = [
  [
    'a missing required column',
    { 'children.csv': 'child_id,sex\nA,male\n' },
    { file: 'children.csv', line: 1, column: 'birth_date', value: null, rule: 'column-missing' },
  ],
  [
    'a header that names a column twice',
    { 'removals.csv': 'child_id,removal_date,Child_Id\nA,2020-01-01,A\n' },
    { file: 'removals.csv', line: 1, column: 'child_id', value: null, rule: 'column-twice' },
  ],
  [
    'semicolons between the columns',
    { 'children.csv': 'child_id;birth_date\nA;2015-03-01\n' },
    { file: 'children.csv', line: 1, column: null, value: null, rule: 'delimiter-wrong' },
  ],
  [
    'tabs between the columns',
    { 'children.csv': 'child_id\tbirth_date\nA\t2015-03-01\n' },
    { file: 'children.csv', line: 1, column: null, value: null, rule: 'delimiter-wrong' },
  ],
  [
    'an empty file',
    { 'removals.csv': '' },
    { file: 'removals.csv', line: 1, column: null, value: null, rule: 'file-empty' },
  ],
  [
    'UTF-16',
    { 'children.csv': Buffer.from('\uFEFFchild_id,birth_date\nA,2015-03-01\n', 'utf16le') },
    { file: 'children.csv', line: 1, column: null, value: null, rule: 'encoding-wrong' },
  ],
  [
    'Latin-1 beyond the first 64 KiB',
    {
      'children.csv': Buffer.concat([
        Buffer.from(`child_id,birth_date,sex\n${'Ä,2015-01-01,male\n'.repeat(5000)}`),
        Buffer.from('Ärztin,2015-01-01,male\n', 'latin1'),
      ]),
    },
    { file: 'children.csv', line: 5002, column: null, value: null, rule: 'encoding-wrong' },
  ],
  [
    'a NUL byte',
    children(`${many}A,2015\0-03-01,male\n`),
    { file: 'children.csv', line: 42, column: null, value: null, rule: 'nul-byte' },
  ],
  [
    'a quote never closed',
    children('A,2015-03-01,male\nB,"2010-07-04,male\nC,2011-01-01,female\n'),
    { file: 'children.csv', line: 3, column: null, value: null, rule: 'quote-not-closed' },
  ],
  [
    'a quote not closed before another field is quoted',
    children('A,2015-03-01,male\nB,"2010-07-04,male\nC,"2011-01-01",female\n'),
    { file: 'children.csv', line: 3, column: null, value: null, rule: 'quote-not-closed' },
  ],
  [
    'ten megabytes in one field',
    children(`A,2015-03-01,male\n${'x'.repeat(10_000_000)},2011-01-01,male\n`),
    { file: 'children.csv', line: 3, column: null, value: null, rule: 'line-too-long' },
  ],
  [
    'ten megabytes of lines in one quoted field',
    children(`A,2015-03-01,male\n"${'x\n'.repeat(5_000_000)}",2011-01-01,male\n`),
    { file: 'children.csv', line: 3, column: null, value: null, rule: 'line-too-long' },
  ],
  [
    'an as-of in the future',
    { 'package.json': '{"as_of": "2026-11-02"}' },
    { file: 'package.json', line: null, column: 'as_of', value: null, rule: 'as-of-in-future' },
  ],
  [
    'a latest date in the future',
    { 'package.json': '{}', 'removals.csv': 'child_id,removal_date\nA,2029-01-10\n' },
    { file: 'package.json', line: null, column: 'as_of', value: null, rule: 'as-of-in-future' },
  ],
  [
    'an as-of that is no date',
    { 'package.json': '{"as_of": "2023-02-30"}' },
    { file: 'package.json', line: null, column: 'as_of', value: null, rule: 'package-json-unusable' },
  ],
  [
    'a package.json that is not JSON',
    { 'package.json': 'as_of: 2023-02-20' },
    { file: 'package.json', line: null, column: null, value: null, rule: 'package-json-unusable' },
  ],
  [
    'a data file of another name',
    { 'hearings.csv': 'child_id,hearing_date\n' },
    { file: 'hearings.csv', line: null, column: null, value: null, rule: 'file-not-recognised' },
  ],
  [
    'a Parquet file that is none',
    { 'placements.parquet': 'PAR1 and nothing more PAR1' },
    { file: 'placements.parquet', line: null, column: null, value: null, rule: 'parquet-unreadable' },
  ],
  [
    'two tables of counties',
    { 'counties.csv': 'code,name\n24001,Alder\n', 'more/counties.csv': 'code,name\n24003,Birch\n' },
    { file: 'counties.csv', line: null, column: null, value: null, rule: 'counties-unusable' },
  ],
  [
    'a county code with two names',
    { 'counties.csv': 'code,name\n24001,Alder\n24001,Birch\n' },
    { file: 'counties.csv', line: null, column: null, value: null, rule: 'counties-unusable' },
  ],
];

test.each(stops)('%s stops the import', (_, files, expected) =>
  withPackage({ ...smallPackage, ...files }, async ({ manifest, problems, names }) => {
    expect(manifest).toBeNull();
    expect(problems.filter(({ weight }) => weight === 'stop')).toEqual([expect.objectContaining(expected)]);
    expect(problems.at(-1)?.sentence).toMatch(/^\S.*\.$/s);
    expect(names).toEqual([]);
  }),
);

test('the rows that go beyond today are named where package.json does not say as of when the data are', () =>
  withPackage(
    {
      ...smallPackage,
      'package.json': '{}',
      'removals.csv': 'child_id,removal_date\nA,2020-01-10\nA,2029-01-10\n',
    },
    async ({ problems }) => {
      expect(problems).toContainEqual(
        expect.objectContaining({
          file: 'removals.csv',
          line: 3,
          column: 'removal_date',
          rule: 'date-after-today',
        }),
      );
    },
  ));

test('a file whose every row has a field too many is refused at once, however long', () => {
  const rows = Array.from({ length: 200_001 }, (_, at) => `A${at},2015-03-01,male,1`).join('\n');
  return withPackage(
    { ...smallPackage, 'children.csv': `child_id,birth_date,sex\n${rows}\n` },
    async ({ manifest, problems }) => {
      expect(manifest).toBeNull();
      expect(problems).toMatchObject([{ file: 'children.csv', rule: 'too-many-bad-rows', weight: 'stop' }]);
      expect(problems[0]?.sentence).toContain('Compare the header with the rows');
    },
  );
});

test('children and removals are required', () =>
  withPackage({ 'removals.csv': 'child_id,removal_date\nA,2020-01-01\n' }, async ({ manifest, problems }) => {
    expect(manifest).toBeNull();
    expect(problems).toMatchObject([{ file: 'children.csv', rule: 'table-missing', weight: 'stop' }]);
  }));

test('a folder without case data, and a path that is not there', async () => {
  await withPackage({ 'notes.txt': 'hello' }, async ({ problems }) =>
    expect(problems.map(({ rule }) => rule)).toEqual(['file-left-out', 'nothing-to-import']),
  );
  await withPackage(
    smallPackage,
    async ({ problems, names }) => {
      expect(problems).toMatchObject([{ file: 'nowhere', rule: 'path-not-readable', weight: 'stop' }]);
      expect(names).toEqual([]);
    },
    { paths: ['/tmp/nowhere'] },
  );
});

test('over the stated share of bad rows the import stops, below it goes on', async () => {
  const bad = (count: number) => children(many + 'Z,2012-02-30,male\n'.repeat(count));
  await withPackage({ ...smallPackage, ...bad(10) }, async ({ problems }) =>
    expect(problems.at(-1)).toMatchObject({
      file: 'children.csv',
      rule: 'too-many-bad-rows',
      weight: 'stop',
    }),
  );
  await withPackage({ ...smallPackage, ...bad(9) }, async ({ manifest }) =>
    expect(manifest?.problems).toMatchObject({ setAside: 9 }),
  );
  await withPackage(
    { ...smallPackage, ...bad(10) },
    async ({ manifest }) => expect(manifest?.problems).toMatchObject({ setAside: 10 }),
    { settings: { bad_row_share: 0.5 } },
  );
});
