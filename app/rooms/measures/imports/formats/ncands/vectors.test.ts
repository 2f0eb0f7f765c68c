import { expect, test } from 'vitest';
import { withFormatRun } from '../../../../../../tests/support/read-format.ts';
import { inOrder, vectorPath, vectorRows } from '../../../../../../tests/support/vector-rows.ts';
import { ncandsFormat } from './format.ts';

const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];
const files = years.map((year) => vectorPath(`formats/ncands/ncands_child_FFY${year}.csv`));
const reportColumns = [
  'report_id',
  'child_id',
  'report_date',
  'disposition',
  'incident_date',
  'afcars_id',
  'age_years',
  'maltreatment_death',
  'unborn',
  'county',
];
const childColumns = [
  'child_id',
  'birth_date',
  'sex',
  'american_indian_alaska_native',
  'asian',
  'black',
  'native_hawaiian_pacific_islander',
  'white',
  'hispanic',
];
const expectedFolder = 'formats/afcars2020-and-ncands-as-package';

test.each([
  ['in the order of the years', files],
  ['backwards', [...files].reverse()],
])('ten Child Files give the reports of the package that says what they hold, read %s', async (_, paths) => {
  await withFormatRun(ncandsFormat, paths, async ({ reading, problems, rows }) => {
    expect(problems).toEqual([]);
    expect(reading?.asOf).toBe('2024-09-30');
    expect(reading?.files.map(({ fiscalYear }) => fiscalYear)).toEqual(years);
    const expected = vectorRows(`${expectedFolder}/reports.csv`, 'reports');
    expect(inOrder(await rows('reports'), reportColumns)).toEqual(inOrder(expected, reportColumns));
  });
});

test('children known only to NCANDS come with the birth date, sex and race of their reports', async () => {
  const inCare = new Set(
    vectorRows('formats/afcars2020-as-package/children.csv', 'children').map((row) => row.child_id),
  );
  const expected = vectorRows(`${expectedFolder}/children.csv`, 'children').filter(
    (row) => !inCare.has(row.child_id),
  );
  await withFormatRun(ncandsFormat, files, async ({ rows }) => {
    const found = (await rows('children')).filter((row) => !inCare.has(row.child_id));
    expect(found).not.toEqual([]);
    expect(inOrder(found, childColumns)).toEqual(inOrder(expected, childColumns));
  });
});
