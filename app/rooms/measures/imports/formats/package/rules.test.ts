import { expect, test } from 'vitest';
import { type Files, smallPackage, withPackage } from '../../../../../../tests/support/staged-package.ts';
import type { Problem } from '../../problem.ts';

const kids = Array.from({ length: 60 }, (_, index) => `K${index},2012-01-01,male\n`).join('');
const stays = Array.from({ length: 60 }, (_, index) => `K${index},2020-01-01,2020-05-01,adoption\n`).join('');
const children = (rows: string, header = 'child_id,birth_date,sex') => ({
  'children.csv': `${header}\n${kids}${rows}`,
});
const removals = (rows: string) => ({
  ...children(''),
  'removals.csv': `child_id,removal_date,discharge_date,discharge_reason\n${stays}${rows}`,
});
const line = 62;

type Expected = Omit<Problem, 'sentence'>;

/** One row that breaks one rule: the whole problem, and how many rows stay. */
const rules: readonly (readonly [what: string, files: Files, expected: Expected, kept: number])[] = [
  [
    'an impossible date',
    removals('X,2021-02-30,,\n'),
    {
      file: 'removals.csv',
      line,
      column: 'removal_date',
      value: '2021-02-30',
      rule: 'date-unreadable',
      weight: 'set-aside',
    },
    60,
  ],
  [
    'a date in another order',
    removals('K1,2021-02-03,02/03/2022,adoption\n'),
    {
      file: 'removals.csv',
      line,
      column: 'discharge_date',
      value: '02/03/2022',
      rule: 'date-unreadable',
      weight: 'set-aside',
    },
    60,
  ],
  [
    'an unknown discharge reason',
    removals('K1,2021-02-03,2022-02-03,Adoption\n'),
    {
      file: 'removals.csv',
      line,
      column: 'discharge_reason',
      value: 'Adoption',
      rule: 'code-unknown',
      weight: 'set-aside',
    },
    60,
  ],
  [
    'too few fields',
    removals('K1,2021-02-03\n'),
    { file: 'removals.csv', line, column: null, value: null, rule: 'row-ragged', weight: 'set-aside' },
    60,
  ],
  [
    'too many fields',
    removals('K1,2021-02-03,,,9\n'),
    { file: 'removals.csv', line, column: null, value: null, rule: 'row-ragged', weight: 'set-aside' },
    60,
  ],
  [
    'text after a closing quote',
    removals('"K1"x,2021-02-03,,\n'),
    { file: 'removals.csv', line, column: null, value: null, rule: 'row-misquoted', weight: 'set-aside' },
    60,
  ],
  [
    'a key that is blank',
    removals('K1,,,\n'),
    {
      file: 'removals.csv',
      line,
      column: 'removal_date',
      value: null,
      rule: 'key-missing',
      weight: 'set-aside',
    },
    60,
  ],
  [
    'a year that cannot be meant',
    removals('K1,12021-02-03,,\n'),
    {
      file: 'removals.csv',
      line,
      column: 'removal_date',
      value: '12021-02-03',
      rule: 'date-impossible',
      weight: 'set-aside',
    },
    60,
  ],
  [
    'a date before 1900',
    { ...removals(''), ...children('X,1890-02-03,male\n') },
    {
      file: 'children.csv',
      line,
      column: 'birth_date',
      value: '1890-02-03',
      rule: 'date-before-1900',
      weight: 'note',
    },
    60,
  ],
  [
    'a date after as-of',
    removals('K1,2025-01-01,,\n'),
    {
      file: 'removals.csv',
      line,
      column: 'removal_date',
      value: '2025-01-01',
      rule: 'date-after-as-of',
      weight: 'note',
    },
    61,
  ],
  [
    'a removal without a child',
    removals('X,2021-02-03,,\n'),
    {
      file: 'removals.csv',
      line,
      column: 'child_id',
      value: 'X',
      rule: 'removal-without-child',
      weight: 'note',
    },
    61,
  ],
  [
    'a discharge before the removal',
    removals('K1,2021-02-03,2021-02-02,adoption\n'),
    {
      file: 'removals.csv',
      line,
      column: 'discharge_date',
      value: '2021-02-02',
      rule: 'discharge-before-removal',
      weight: 'note',
    },
    61,
  ],
  [
    'a discharge on the day of the removal',
    removals('K1,2021-02-03,2021-02-03,adoption\n'),
    {
      file: 'removals.csv',
      line,
      column: 'discharge_date',
      value: '2021-02-03',
      rule: 'discharge-same-day',
      weight: 'note',
    },
    61,
  ],
  [
    'a discharge without a reason',
    removals('K1,2021-02-03,2021-05-03,\n'),
    {
      file: 'removals.csv',
      line,
      column: 'discharge_reason',
      value: null,
      rule: 'discharge-reason-missing',
      weight: 'note',
    },
    61,
  ],
  [
    'a reason without a discharge',
    removals('K1,2021-02-03,,adoption\n'),
    {
      file: 'removals.csv',
      line,
      column: 'discharge_date',
      value: null,
      rule: 'discharge-date-missing',
      weight: 'note',
    },
    61,
  ],
  [
    'a removal before birth',
    removals('K1,2011-02-03,,\n'),
    {
      file: 'removals.csv',
      line,
      column: 'removal_date',
      value: '2011-02-03',
      rule: 'birth-after-removal',
      weight: 'note',
    },
    61,
  ],
  [
    'the same row twice',
    removals('K1,2020-01-01,2020-05-01,adoption\n'),
    {
      file: 'removals.csv',
      line,
      column: 'child_id, removal_date',
      value: 'K1',
      rule: 'row-repeated',
      weight: 'note',
    },
    60,
  ],
];

test.each(rules)('%s', (_, files, expected, kept) =>
  withPackage({ ...smallPackage, ...files }, async ({ manifest, problems, rows }) => {
    const [{ about, ...problem } = expected as Problem, ...more] = problems;
    expect([problem, ...more]).toEqual([{ ...expected, sentence: expect.stringMatching(/^[A-Z].*\.$/) }]);
    // A row that is no row of its table does not say whose it is.
    if (problem.line !== null && problem.column !== null)
      expect(about).toMatchObject({ table: problem.file.replace('.csv', ''), childId: expect.anything() });
    expect(manifest?.tables.removals?.rows).toBe(kept);
    expect(manifest?.problems).toMatchObject({ total: 1, setAside: expected.weight === 'set-aside' ? 1 : 0 });
    expect(await rows('removals')).toHaveLength(kept);
    expect(await rows('problems')).toMatchObject([expected]);
  }),
);

test('rows that share a key and contradict each other are all set aside', () =>
  withPackage(
    { ...smallPackage, ...removals('K1,2020-01-01,2020-06-01,adoption\n') },
    async ({ manifest, problems }) => {
      const shared = {
        column: 'child_id, removal_date',
        value: 'K1',
        rule: 'key-contradicted',
        weight: 'set-aside',
      };
      expect(problems).toMatchObject([
        { ...shared, line: 3 },
        { ...shared, line },
      ]);
      expect(manifest?.tables.removals?.rows).toBe(59);
      expect(manifest?.problems.setAside).toBe(2);
    },
  ));

test('a row with two unreadable fields is named twice and counted once', () =>
  withPackage(
    { ...smallPackage, ...removals('K1,2021-02-30,2021-99-01,gone\n') },
    async ({ manifest, problems }) => {
      expect(problems.map(({ column }) => column)).toEqual([
        'removal_date',
        'discharge_date',
        'discharge_reason',
      ]);
      expect(manifest?.problems).toMatchObject({ total: 3, setAside: 1 });
    },
  ));

test('what only describes is blanked and noted, and the row stays', () =>
  withPackage(
    {
      ...smallPackage,
      'children.csv': 'child_id,birth_date,sex,black,white\nA,2015-03-01,F,1,yes\nB,2010-07-04,male,0,\n',
    },
    async ({ problems, rows, manifest }) => {
      expect(problems).toMatchObject([
        { line: 2, column: 'sex', value: 'F', rule: 'code-unknown', weight: 'note' },
        { line: 2, column: 'white', value: 'yes', rule: 'flag-unknown', weight: 'note' },
      ]);
      expect(manifest?.problems.setAside).toBe(0);
      expect(await rows('children')).toMatchObject([
        { child_id: 'A', sex: null, black: true, white: null },
        { child_id: 'B', sex: 'male', black: false, white: null },
      ]);
    },
  ));

test('unknown columns are left out and named; the order of columns is free', () =>
  withPackage(
    { ...smallPackage, 'children.csv': 'favourite,birth_date,,child_id\nred,2015-03-01,x,A\n,,,B\n' },
    async ({ problems, rows }) => {
      expect(problems.filter(({ rule }) => rule === 'column-unknown')).toMatchObject([
        { column: 'favourite', line: 1, weight: 'note' },
        { column: 'column 3', line: 1, weight: 'note' },
      ]);
      expect(await rows('children')).toMatchObject([
        { child_id: 'A', birth_date: '2015-03-01' },
        { child_id: 'B', birth_date: null },
      ]);
    },
  ));

test('rows of other tables that point nowhere are noted', () =>
  withPackage(
    {
      ...smallPackage,
      'placements.csv':
        'child_id,removal_date,start_date,setting\nA,2020-01-10,2020-01-09,shelter\nA,2020-01-11,2020-01-12,medical\n',
      'visits.csv': 'child_id,visit_date\nZ,2021-01-01\n',
      'reports.csv': 'report_id,child_id,report_date,disposition\nR1,A,2019-05-05,pending\n',
      'investigations.csv': 'report_id,received_at,due_at\nR1,2019-05-05T10:30,2019-05-06\nR2,2019-06-01,\n',
    },
    async ({ problems, rows }) => {
      expect(problems).toMatchObject([
        { file: 'placements.csv', line: 2, rule: 'placement-before-removal' },
        { file: 'placements.csv', line: 3, rule: 'placement-without-removal' },
        { file: 'visits.csv', line: 2, rule: 'visit-without-removal' },
        { file: 'investigations.csv', line: 3, rule: 'investigation-without-report' },
      ]);
      expect(await rows('reports')).toMatchObject([{ report_id: 'R1', afcars_id: 'A' }]);
      expect(await rows('investigations')).toMatchObject([
        {
          received_on: '2019-05-05',
          received_at: '2019-05-05T10:30:00.000Z',
          due_on: '2019-05-06',
          due_at: null,
        },
        { received_on: '2019-06-01', received_at: null, due_on: null },
      ]);
    },
  ));

test('numbers are whole, and never rounded', () =>
  withPackage(
    {
      ...smallPackage,
      'reports.csv':
        'report_id,child_id,report_date,disposition,age_years\nR1,A,2019-05-05,pending,4\nR2,A,2019-05-05,other,4.6\nR3,A,2019-05-05,other,\n',
    },
    async ({ problems, rows }) => {
      expect(problems).toMatchObject([
        { line: 3, column: 'age_years', value: '4.6', rule: 'number-unreadable', weight: 'set-aside' },
      ]);
      expect((await rows('reports')).map(({ age_years }) => age_years)).toEqual([4, null]);
    },
  ));

test('so many problems of one rule are listed, the rest counted', () => {
  const many = Array.from({ length: 1500 }, (_, index) => `X${index},2021-02-03,,\n`).join('');
  return withPackage({ ...smallPackage, ...removals(many) }, async ({ problems, manifest, rows }) => {
    expect(manifest?.problems).toMatchObject({ total: 1500, setAside: 0 });
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ line: null, value: null, rule: 'removal-without-child' });
    expect(problems.at(-1)?.sentence).toContain('500 more');
    expect(await rows('problems')).toHaveLength(1001);
  });
});
