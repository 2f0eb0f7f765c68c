import { expect, test } from 'vitest';
import { withFormatRun } from '../../../../../../tests/support/read-format.ts';
import { inOrder, vectorPath, vectorRows } from '../../../../../../tests/support/vector-rows.ts';
import { afcarsFormat } from '../afcars-periods/format.ts';

const periods = ['202303', '202309', '202403', '202409'];
const files = periods.map((period) => vectorPath(`formats/afcars2020/afcars_ooh_24_${period}.xml`));
const columns = {
  children: [
    'child_id',
    'birth_date',
    'sex',
    'american_indian_alaska_native',
    'asian',
    'black',
    'native_hawaiian_pacific_islander',
    'white',
    'hispanic',
  ],
  removals: [
    'child_id',
    'removal_date',
    'discharge_date',
    'discharge_reason',
    'county',
    'removal_recorded_at',
    'discharge_recorded_at',
  ],
  placements: ['child_id', 'removal_date', 'start_date', 'setting'],
  visits: ['child_id', 'visit_date', 'location'],
} as const;

test.each([
  ['in the order of the periods', files],
  ['backwards', [...files].reverse()],
  ['in no order', [2, 0, 3, 1].flatMap((index) => files[index] ?? [])],
])('the four XML files give the rows of the package that says what they hold, read %s', async (_, paths) => {
  await withFormatRun(afcarsFormat, paths, async ({ reading, rows }) => {
    expect(reading?.asOf).toBe('2024-09-30');
    expect(reading?.files.map(({ periodEnd }) => periodEnd)).toEqual([
      '2023-03-31',
      '2023-09-30',
      '2024-03-31',
      '2024-09-30',
    ]);
    for (const table of ['children', 'removals', 'placements', 'visits'] as const) {
      const expected = vectorRows(`formats/afcars2020-as-package/${table}.csv`, table);
      expect(inOrder(await rows(table), columns[table]), table).toEqual(inOrder(expected, columns[table]));
    }
  });
});

test("the vectors' problems are told with file, line and element", async () => {
  await withFormatRun(afcarsFormat, files, async ({ problems }) => {
    expect(problems.every(({ weight }) => weight === 'note')).toBe(true);
    expect(problems[0]).toMatchObject({
      file: 'afcars_ooh_24_202303.xml',
      line: 22,
      column: 'E153_exit_date',
      rule: 'exit-not-after-removal',
    });
  });
});
