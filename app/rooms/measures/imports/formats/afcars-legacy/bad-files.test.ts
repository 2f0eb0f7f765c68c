import { expect, test } from 'vitest';
import { legacyText } from '../../../../../../tests/support/afcars-text.ts';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { afcarsFormat } from '../afcars-periods/format.ts';

const two = legacyText('202203', [
  { id: 'A1', removal: '20220101' },
  { id: 'A2', removal: '20220102', discharge: '20220301', reason: '6' },
]);
const [first = '', second = ''] = two.split('\n');

const readText = (text: string | Uint8Array) =>
  withFormatRunOn(afcarsFormat, { 'afcars_fc_24_202203.txt': text }, async ({ reading, problems, rows }) => ({
    reading,
    problems: problems.map(({ rule, line, column, weight }) => [rule, line, column, weight]),
    removals: await rows('removals'),
  }));

test.each<[string, string | Uint8Array, unknown[]]>([
  ['a file shifted by one byte', ` ${two}`, ['report-date', 1, '2', 'stop']],
  ['a file without its first byte', two.slice(1), ['report-date', 1, '2', 'stop']],
  ['a period of the new form', two.replaceAll('202203', '202303'), ['report-date', 1, '2', 'stop']],
  ['a month that ends no period', two.replaceAll('202203', '202204'), ['report-date', 1, '2', 'stop']],
  ['an empty file', '', ['records-missing', null, null, 'stop']],
  ['10 MB without a line end', first.padEnd(10_000_000), ['line-too-long', 1, null, 'stop']],
  ['UTF-16', new Uint8Array(Buffer.from(two, 'utf16le')), ['encoding', 1, null, 'stop']],
])('%s stops the import', async (_, text, expected) => {
  const { reading, problems } = await readText(text);
  expect(reading).toBeNull();
  expect(problems).toEqual([expected]);
});

test.each<[string, string, unknown[]]>([
  ['a line that is too short', second.slice(0, -1), ['line-length', 2, null, 'set-aside']],
  ['a line that is too long', `${second}0`, ['line-length', 2, null, 'set-aside']],
  ['a shifted line of the right length', `0${second.slice(0, -1)}`, ['line-shifted', 2, '2', 'set-aside']],
  ['a line of another period', second.replace('202203', '202109'), ['line-shifted', 2, '2', 'set-aside']],
  ['a line of another state', `51${second.slice(2)}`, ['line-shifted', 2, '2', 'set-aside']],
  [
    'a removal on no day',
    second.replaceAll('20220102', '20220231'),
    ['removal-date-unreadable', 2, '21', 'set-aside'],
  ],
  [
    'a discharge on no day',
    second.replace('20220301', '20220399'),
    ['discharge-date-unreadable', 2, '56', 'set-aside'],
  ],
  ['no record number', second.replace('A2', '  '), ['record-number-unreadable', 2, '4', 'set-aside']],
])('%s is set aside', async (_, line, expected) => {
  const { reading, problems, removals } = await readText(`${first}\n${line}\n`);
  expect(problems.filter(([, , , weight]) => weight === 'set-aside')).toEqual([expected]);
  expect(reading?.files[0]).toMatchObject({ rows: 2, setAside: 1 });
  expect(removals.map((row) => row.child_id)).toEqual(['A1']);
});

test.each<[string, string, unknown[]]>([
  ['a birth on no day', second.replace('20150101', '20150229'), ['date-unreadable', 2, '6', 'note']],
  ['a discharge code that is none', second.replace('206000', '209000'), ['code-unknown', 2, '58', 'note']],
])('%s is imported and reported', async (_, line, expected) => {
  const text = line === second ? second.replace(/6(0{12})$/, '9$1') : line;
  const { problems, removals } = await readText(`${first}\n${text}\n`);
  expect(problems).toEqual([expected]);
  expect(removals).toHaveLength(2);
});

test.each([
  ['1', 'reunification'],
  ['2', 'living_with_relative'],
  ['3', 'adoption'],
  ['4', 'emancipation'],
  ['5', 'guardianship'],
  ['6', 'transfer'],
  ['7', 'runaway'],
  ['8', 'death'],
])('discharge code %s is %s: not the codes of AFCARS 2020', async (reason, expected) => {
  const { removals } = await readText(
    legacyText('202203', [{ id: 'A1', removal: '20220101', discharge: '20220301', reason }]),
  );
  expect(removals[0]?.discharge_reason).toBe(expected);
});

test('a trial home visit stands in for placements, any other setting does not', async () => {
  const { removals } = await readText(
    legacyText('202203', [
      { id: 'A1', removal: '20220101', setting: '8', since: '20220201', settings: '2' },
      { id: 'A2', removal: '20220101', setting: '7', since: '20220201', settings: '2' },
    ]),
  );
  expect(removals.map((row) => [row.trial_home_visit_from, row.placement_settings])).toEqual([
    ['2022-02-01', 2],
    [null, 2],
  ]);
});

test('lines may end as on Windows', async () => {
  const { problems, removals } = await readText(two.replaceAll('\n', '\r\n'));
  expect(problems).toEqual([]);
  expect(removals).toHaveLength(2);
});
