import { expect, test } from 'vitest';
import { afcarsXml, type ChildText } from '../../../../../../tests/support/afcars-text.ts';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { afcarsFormat } from '../afcars-periods/format.ts';

const readChildren = (children: readonly ChildText[], change = (text: string): string => text) =>
  withFormatRunOn(
    afcarsFormat,
    { 'a.xml': change(afcarsXml('202303', children)) },
    async ({ problems, reading, rows }) => ({
      rules: problems.map(({ rule, column, weight }) => [rule, column, weight]),
      problems,
      setAside: reading?.files[0]?.setAside,
      children: await rows('children'),
      removals: await rows('removals'),
      placements: await rows('placements'),
      visits: await rows('visits'),
    }),
  );

const one = { id: 'A1', removals: [{ on: '20221101' }] };

test.each<[string, ChildText, string, string]>([
  ['removed before birth', { ...one, birth: '20221102' }, 'birth-after-removal', 'E69_removal_date'],
  [
    'out on the day in',
    { id: 'A1', removals: [{ on: '20221101', exit: '20221101' }] },
    'exit-not-after-removal',
    'E153_exit_date',
  ],
  [
    'an exit without a reason',
    { id: 'A1', removals: [{ on: '20221101', exit: '20221201', reason: '' }] },
    'exit-reason-missing',
    'E155_exit_reason',
  ],
  [
    'an exit that is said to be none',
    { id: 'A1', removals: [{ on: '20221101', exit: '20221201', reason: '9' }] },
    'exit-reason-missing',
    'E155_exit_reason',
  ],
  [
    'a reason without an exit',
    { id: 'A1', removals: [{ on: '20221101', reason: '3' }] },
    'exit-reason-without-exit',
    'E155_exit_reason',
  ],
  [
    'no word on whether in care',
    { id: 'A1', removals: [{ on: '20221101', reason: '' }] },
    'in-care-unsaid',
    'E155_exit_reason',
  ],
  [
    'a home before the removal',
    { id: 'A1', removals: [{ on: '20221101', arrangements: [{ on: '20221031' }] }] },
    'arrangement-before-removal',
    'E112_date_living_arrangement',
  ],
  [
    'away, yet in the state',
    { id: 'A1', removals: [{ on: '20221101', arrangements: [{ on: '20221101', type: '12' }] }] },
    'location-contradicts',
    'E121_location_of_living_arrangement',
  ],
  [
    'whereabouts unknown, yet at home',
    { id: 'A1', removals: [{ on: '20221101', arrangements: [{ on: '20221101', location: '4' }] }] },
    'location-contradicts',
    'E121_location_of_living_arrangement',
  ],
  [
    'an exit after the period',
    { id: 'A1', removals: [{ on: '20221101', exit: '20230401' }] },
    'after-period',
    'E153_exit_date',
  ],
  [
    'a visit after the period',
    { id: 'A1', removals: [{ on: '20221101', visits: ['20230401'] }] },
    'after-period',
    'E151_case_worker_visit_date',
  ],
  ['a birth date that is no day', { ...one, birth: '20150230' }, 'date-unreadable', 'E5_date_of_birth'],
  ['a sex that is not listed', { ...one, sex: '3' }, 'code-unknown', 'E6_sex'],
  [
    'a county that is none',
    { id: 'A1', removals: [{ on: '20221101', county: 'Alder' }] },
    'county-unreadable',
    'E3_local_agency',
  ],
])('%s: imported, and reported', async (_, child, rule, column) => {
  const { rules, removals, children, setAside } = await readChildren([child]);
  expect(rules).toEqual([[rule, column, 'note']]);
  expect(setAside).toBe(0);
  expect([children.length, removals.length]).toEqual([1, 1]);
});

test.each<[string, ChildText, string, number[]]>([
  ['a record without a number', { ...one, id: '' }, 'record-number-unreadable', [0, 0, 0, 0]],
  ['a number of 13 characters', { ...one, id: 'A123456789012' }, 'record-number-unreadable', [0, 0, 0, 0]],
  ['a removal without a date', { id: 'A1', removals: [{ on: '' }] }, 'removal-date-unreadable', [1, 0, 0, 0]],
  [
    'a removal on no day',
    { id: 'A1', removals: [{ on: '20221301' }] },
    'removal-date-unreadable',
    [1, 0, 0, 0],
  ],
  [
    'an exit on no day',
    { id: 'A1', removals: [{ on: '20221101', exit: '2022-12-1' }] },
    'exit-date-unreadable',
    [1, 0, 0, 0],
  ],
  [
    'the same removal twice',
    { id: 'A1', removals: [{ on: '20221101' }, { on: '20221101' }] },
    'removal-duplicated',
    [1, 1, 1, 0],
  ],
  [
    'a home without a day',
    { id: 'A1', removals: [{ on: '20221101', arrangements: [{ on: '' }] }] },
    'arrangement-date-unreadable',
    [1, 1, 0, 0],
  ],
  [
    'a home of no kind',
    { id: 'A1', removals: [{ on: '20221101', arrangements: [{ on: '20221101', home: '' }] }] },
    'setting-unreadable',
    [1, 1, 0, 0],
  ],
  [
    'a visit without a day',
    { id: 'A1', removals: [{ on: '20221101', visits: [''] }] },
    'visit-date-unreadable',
    [1, 1, 1, 0],
  ],
])('%s: set aside, the rest imported', async (_, child, rule, counts) => {
  const { problems, children, removals, placements, visits, setAside } = await readChildren([child]);
  expect(problems.find(({ weight }) => weight === 'set-aside')?.rule).toBe(rule);
  expect(setAside).toBe(1);
  expect([children.length, removals.length, placements.length, visits.length]).toEqual(counts);
});

test('settings: relative, then kin, then pre-adoptive; otherwise by type', async () => {
  const homes = [
    [{ relative: '1', kin: '1', preadoptive: '1' }, 'foster_home_relative'],
    [{ kin: '1', preadoptive: '1' }, 'foster_home_kin'],
    [{ preadoptive: '1' }, 'preadoptive_home'],
    [{}, 'foster_home_nonrelative'],
    ...[
      'group_home',
      'group_home',
      'shelter',
      'residential_treatment',
      'residential_treatment',
      'institution',
    ]
      .concat('institution', 'supervised_independent_living', 'juvenile_justice', 'medical')
      .concat('psychiatric_hospital', 'runaway', 'runaway', 'trial_home_visit')
      .map((setting, index): [object, string] => [{ type: String(index + 1) }, setting]),
  ] as const;
  const arrangements = homes.map(([home], index) => ({
    on: `202211${String(index + 1).padStart(2, '0')}`,
    location: 'type' in home && (home.type === '12' || home.type === '13') ? '4' : '1',
    ...home,
  }));
  const { placements, rules } = await readChildren([
    { id: 'A1', removals: [{ on: '20221101', arrangements }] },
  ]);
  expect(rules).toEqual([]);
  expect(placements.map(({ setting }) => setting)).toEqual(homes.map(([, setting]) => setting));
});

test('rows of one day are one; that they differ by more than flags is told', async () => {
  const { placements, rules } = await readChildren([
    {
      id: 'A1',
      removals: [
        {
          on: '20221101',
          arrangements: [
            { on: '20221101', licensed: '0' },
            { on: '20221101', licensed: '1' },
            { on: '20221201', type: '3' },
            { on: '20221201', relative: '1' },
          ],
        },
      ],
    },
  ]);
  expect(placements.map(({ start_date, setting }) => [start_date, setting])).toEqual([
    ['2022-11-01', 'foster_home_nonrelative'],
    ['2022-12-01', 'foster_home_relative'],
  ]);
  expect(rules).toEqual([['arrangement-differs', 'E112_date_living_arrangement', 'note']]);
});

test.each([
  ['0', false],
  ['1', true],
  ['7', null],
  ['8', null],
  ['9', null],
  ['', null],
])('E21 %s', async (hispanic, expected) => {
  const { children, rules } = await readChildren([{ ...one, hispanic }]);
  expect(children[0]?.hispanic).toBe(expected);
  expect(rules).toEqual([]);
});

test('race is what was said; where it is unknown, a 0 says nothing', async () => {
  const { children } = await readChildren([
    { ...one, id: 'A1', races: ['1', '0', '0', '0', '1', '0'] },
    { ...one, id: 'A2', races: ['0', '0', '0', '0', '0', '1'] },
    { ...one, id: 'A3' },
  ]);
  const flags = children.map((row) => [row.american_indian_alaska_native, row.asian, row.white]);
  expect(flags).toEqual([
    [true, false, true],
    [null, null, null],
    [null, null, null],
  ]);
});

test('unknown, misplaced and repeated elements are counted and passed over', async () => {
  const { rules, removals } = await readChildren([one], (text) =>
    text
      .replace('<E6_sex>', '<note>x<E4_child_record_number>B9</E4_child_record_number></note><E6_sex>')
      .replace('<E6_sex>', '<E153_exit_date>20230101</E153_exit_date><E6_sex>')
      .replace('<E6_sex>', '<E22_child_health>1</E22_child_health><E6_sex>2</E6_sex><E6_sex>'),
  );
  expect(rules).toEqual([
    ['element-unknown', 'note', 'note'],
    ['element-misplaced', 'E153_exit_date', 'note'],
    ['element-repeated', 'E6_sex', 'note'],
  ]);
  expect(removals).toHaveLength(1);
  expect(removals[0]?.discharge_date).toBeNull();
});

test('a problem says line and element; a million of them cost a thousand lines', async () => {
  const visits = Array.from({ length: 1500 }, () => '20229999');
  const { problems, setAside } = await readChildren([{ id: 'A1', removals: [{ on: '20221101', visits }] }]);
  expect(problems).toHaveLength(1001);
  expect(problems[0]).toMatchObject({ line: 27, column: 'E151_case_worker_visit_date', value: '20229999' });
  expect(setAside).toBe(1500);
});

test('text in CDATA and around comments counts like any other', async () => {
  const { children } = await readChildren([one], (text) =>
    text.replace('>A1<', '><![CDATA[A]]><!-- 2 -->1<').replace('<record>', '<!-- <record> --><record>'),
  );
  expect(children.map(({ child_id }) => child_id)).toEqual(['A1']);
});
