import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withFormatRun } from '../../../../../tests/support/read-format.ts';
import { vectorPath } from '../../../../../tests/support/vector-rows.ts';
import { afcarsFormat } from '../formats/afcars-periods/format.ts';
import { ncandsFormat } from '../formats/ncands/format.ts';

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(vectorPath(folder))).map((name) => vectorPath(`${folder}/${name}`));

const findingsOf = (format: typeof afcarsFormat, paths: string[]) =>
  withFormatRun(format, paths, async ({ reading, context, analytics }) => {
    if (reading === null) throw new Error('The files were not read.');
    const relation = await format.assess?.(reading, context);
    return analytics.all(`SELECT period, check_id, numerator, denominator, is_passed FROM ${relation}`);
  });

// Counted by hand in the four XML files and the two legacy files of the vectors.
test.each([
  ['24B', 'exit-reason-missing', 1, 7, false],
  ['23B', 'exit-reason-missing', 2, 9, false],
  ['24B', 'ids-not-in-next-period', null, 38, null],
  ['24A', 'ids-not-in-next-period', 6, 28, true],
  ['24A', 'dropped-records', 0, 28, true],
  ['22A', 'exit-before-removal', 1, 7, false],
  ['22A', 'settings-missing', 1, 29, true],
  ['22B', 'ids-not-in-next-period', 8, 31, true],
  ['22A', 'first-removal', 27, 29, true],
])('AFCARS %s: %s is %s of %s', async (period, checkId, numerator, denominator, isPassed) => {
  findings ??= findingsOf(afcarsFormat, [
    ...(await filesIn('formats/afcars2020')),
    ...(await filesIn('formats/afcars-legacy')),
  ]);
  expect((await findings).find((row) => row.period === period && row.check_id === checkId)).toEqual({
    period,
    check_id: checkId,
    numerator,
    denominator,
    is_passed: isPassed,
  });
});

let findings: ReturnType<typeof findingsOf> | undefined;

test('NCANDS years are held against the year that follows; without AFCARS files nobody can be found in care', async () => {
  const rows = await findingsOf(ncandsFormat, await filesIn('formats/ncands'));
  const of = (period: string, checkId: string) =>
    rows.find((row) => row.period === period && row.check_id === checkId);
  expect(of('FFY2015', 'victims-in-next-year')).toMatchObject({
    numerator: 0,
    denominator: 4,
    is_passed: false,
  });
  expect(of('FFY2024', 'victims-in-next-year')).toMatchObject({ numerator: null, is_passed: null });
  expect(of('FFY2021', 'victims-with-afcars-id')).toMatchObject({ numerator: 8, denominator: 16 });
  expect(of('FFY2021', 'victims-found-in-care')).toMatchObject({ numerator: null, is_passed: null });
});
