import { expect, test } from 'vitest';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { aggregatesFormat } from './format.ts';
import { readPeriod } from './period.ts';

const runOn = (text: string) =>
  withFormatRunOn(aggregatesFormat, { 'aggregates.csv': text }, async ({ problems, reading, rows }) => ({
    problems,
    reading,
    rows: await rows('aggregates'),
  }));

test.each([
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2024Q3', '2024-07-01', '2024-09-30'],
  ['23A23B', '2022-10-01', '2023-09-30'],
  ['23B24A', '2023-04-01', '2024-03-31'],
  ['2023-10-01/2024-09-30', '2023-10-01', '2024-09-30'],
  ['2023-10-01..2024-09-30', '2023-10-01', '2024-09-30'],
])('period %s', (text, from, to) => {
  expect(readPeriod(text)).toEqual({ from, to });
});

test.each(['2024', '2024-13', '2024Q5', '23A24A', '2024-09-30/2023-10-01', '2023-02-30/2023-03-01', ''])(
  'no period: "%s"',
  (text) => {
    expect(readPeriod(text)).toBeNull();
  },
);

test('totals and groups become canonical rows', async () => {
  const { rows, problems } = await runOn(
    'measure,period,county,age,numerator,denominator\nP1,23A23B,,,120,400\nP1,23A23B,Alder,,20,80\np1,2024Q1,,11-16,3,9.5\n',
  );
  expect(problems).toEqual([]);
  const common = { measure: 'P1', period_from: '2022-10-01', period_to: '2023-09-30' };
  expect(rows).toEqual([
    { ...common, breakdown: 'county', group_name: 'Alder', numerator: 20, denominator: 80 },
    { ...common, breakdown: null, group_name: null, numerator: 120, denominator: 400 },
    {
      ...{ measure: 'P1', period_from: '2024-01-01', period_to: '2024-03-31' },
      ...{ breakdown: 'age', group_name: '11-16', numerator: 3, denominator: 9.5 },
    },
  ]);
});

test('rows that cannot be used are set aside with line, column and rule', async () => {
  const { rows, problems, reading } = await runOn(
    `measure,period,county,sex,numerator,denominator
P9,2024-01,,,1,2
P1,soon,,,1,2
P1,2024-01,Alder,male,1,2
P1,2024-01,,,one,2
P1,2024-01,,,1,-2
P1,2024-01,,,1
P1,2024-01,,,3,2
P1,2024-01,,,1,2
`,
  );
  expect(problems.map(({ line, column, rule, weight }) => [line, column, rule, weight])).toEqual([
    [2, 'measure', 'measure-unknown', 'set-aside'],
    [3, 'period', 'period-unreadable', 'set-aside'],
    [4, 'sex', 'groups-crossed', 'set-aside'],
    [5, 'numerator', 'number-unreadable', 'set-aside'],
    [6, 'denominator', 'number-unreadable', 'set-aside'],
    [7, null, 'row-ragged', 'set-aside'],
    [8, 'numerator', 'numerator-above-denominator', 'note'],
    [9, null, 'row-repeated', 'set-aside'],
  ]);
  expect(reading?.files[0]).toMatchObject({ rows: 8, setAside: 7 });
  expect(rows).toHaveLength(1);
});

test('a quote that is not closed stops the import at its line', async () => {
  const { reading, problems } = await runOn(
    'measure,period,county,numerator,denominator\nP1,2024-01,"Alder,1,2\n',
  );
  expect(reading).toBeNull();
  expect(problems[0]).toMatchObject({ rule: 'quote-unclosed', line: 2, weight: 'stop' });
});
