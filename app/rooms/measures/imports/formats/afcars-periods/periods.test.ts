import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afcarsXml,
  type ChildText,
  legacyText,
  type SnapshotText,
} from '../../../../../../tests/support/afcars-text.ts';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { afcarsFormat } from './format.ts';

const readFiles = (files: Readonly<Record<string, string>>) =>
  withFormatRunOn(afcarsFormat, files, async ({ rows, reading, problems }) => ({
    asOf: reading?.asOf,
    rules: problems.map(({ file, rule, line }) => [file, rule, line]),
    children: await rows('children'),
    removals: await rows('removals'),
    placements: await rows('placements'),
    visits: await rows('visits'),
  }));

const snapshot = (of: SnapshotText) => of;

test('a later file replaces the child; an open episode absent from it is dropped after its last period', async () => {
  const { removals, asOf } = await readFiles({
    'b.xml': afcarsXml('202309', [
      { id: 'BACK', removals: [{ on: '20221102', exit: '20230501' }] },
      { id: 'NEW', removals: [{ on: '20230501' }] },
    ]),
    'a.xml': afcarsXml('202303', [
      { id: 'BACK', removals: [{ on: '20221101' }] },
      { id: 'GONE', removals: [{ on: '20221101' }, { on: '20220101', exit: '20220301', isOld: true }] },
      { id: 'OUT', removals: [{ on: '20221101', exit: '20230101' }] },
    ]),
  });
  expect(asOf).toBe('2023-09-30');
  expect(
    removals.map((row) => [row.child_id, row.removal_date, row.discharge_date, row.dropped_after]),
  ).toEqual([
    ['BACK', '2022-11-02', '2023-05-01', null],
    ['GONE', '2022-01-01', '2022-03-01', null],
    ['GONE', '2022-11-01', null, '2023-03-31'],
    ['NEW', '2023-05-01', null, null],
    ['OUT', '2022-11-01', '2023-01-01', null],
  ]);
});

test('a child who comes back in a later file was not dropped', async () => {
  const child: ChildText = { id: 'A1', removals: [{ on: '20221101' }] };
  const other: ChildText = { id: 'B1', removals: [{ on: '20221101' }] };
  const { removals } = await readFiles({
    '1.xml': afcarsXml('202303', [child, other]),
    '2.xml': afcarsXml('202309', [other]),
    '3.xml': afcarsXml('202403', [child, other]),
  });
  expect(removals.map((row) => row.dropped_after)).toEqual([null, null]);
});

test('across the change of form: what removal_1993 cannot carry is kept from the legacy file', async () => {
  const { removals } = await readFiles({
    'old.txt': legacyText('202209', [
      snapshot({
        id: 'A1',
        removal: '20220101',
        discharge: '20220701',
        reason: '5',
        settings: '3',
        county: '24007',
      }),
      snapshot({ id: 'GONE', removal: '20220201', settings: '2' }),
      snapshot({ id: 'STAYS', removal: '20220301', settings: '4', county: '24009' }),
    ]),
    'new.xml': afcarsXml('202303', [
      {
        id: 'A1',
        removals: [{ on: '20220101', exit: '20220701', reason: '5', isOld: true }, { on: '20221101' }],
      },
      { id: 'STAYS', removals: [{ on: '20220301', county: '24011' }] },
    ]),
  });
  const shown = removals.map((row) => [
    ...[row.child_id, row.removal_date, row.discharge_reason, row.county, row.placement_settings],
    row.dropped_after,
  ]);
  expect(shown).toEqual([
    ['A1', '2022-01-01', 'guardianship', '24007', 3, null],
    ['A1', '2022-11-01', null, '24001', null, null],
    ['GONE', '2022-02-01', null, '24001', 2, '2022-09-30'],
    ['STAYS', '2022-03-01', null, '24011', null, null],
  ]);
});

test('across the change of form: a trial home visit that the last snapshot no longer shows is over', async () => {
  const onTrial = snapshot({ id: 'A1', removal: '20210101', setting: '8', since: '20220201' });
  const old = { on: '20210101', exit: '20220801', isOld: true };
  const trialOf = async (last: SnapshotText) => {
    const { removals } = await readFiles({
      '1.txt': legacyText('202203', [onTrial]),
      '2.txt': legacyText('202209', [last]),
      '3.xml': afcarsXml('202303', [{ id: 'A1', removals: [old] }]),
      '4.xml': afcarsXml('202309', [{ id: 'A1', removals: [old, { on: '20230501' }] }]),
    });
    return removals[0]?.trial_home_visit_from;
  };
  expect(await trialOf(snapshot({ ...onTrial, discharge: '20220801' }))).toBe('2022-02-01');
  const returned = snapshot({ ...onTrial, setting: '3', since: '20220401', discharge: '20220801' });
  expect(await trialOf(returned)).toBeNull();
});

test('legacy: a later snapshot closes the episode before it when it follows directly, and not otherwise', async () => {
  const { removals } = await readFiles({
    '1.txt': legacyText('202103', [
      snapshot({ id: 'NEXT', removal: '20210101', first: '20180101', total: '2', lastDischarge: '20190101' }),
      snapshot({ id: 'LEAP', removal: '20210101', first: '20180101', total: '2', lastDischarge: '20190101' }),
    ]),
    '2.txt': legacyText('202109', [
      snapshot({ id: 'NEXT', removal: '20210801', first: '20180101', total: '3', lastDischarge: '20210601' }),
      snapshot({ id: 'LEAP', removal: '20210801', first: '20180101', total: '4', lastDischarge: '20210701' }),
    ]),
  });
  expect(
    removals.map((row) => [row.child_id, row.removal_date, row.discharge_date, row.dropped_after]),
  ).toEqual([
    ['LEAP', '2018-01-01', '2019-01-01', null],
    ['LEAP', '2021-01-01', null, '2021-03-31'],
    ['LEAP', '2021-08-01', null, null],
    ['NEXT', '2018-01-01', '2019-01-01', null],
    ['NEXT', '2021-01-01', '2021-06-01', null],
    ['NEXT', '2021-08-01', null, null],
  ]);
});

test('a child who stands twice in one period counts once, by the record that stands last, and that is told', async () => {
  const { removals, rules } = await readFiles({
    'a.xml': afcarsXml('202303', [
      { id: 'A1', removals: [{ on: '20221101' }] },
      { id: 'A1', removals: [{ on: '20221102' }] },
    ]),
    'b.xml': afcarsXml('202303', [{ id: 'B1', removals: [{ on: '20221103' }] }]),
  });
  expect(removals.map((row) => row.removal_date)).toEqual(['2022-11-02', '2022-11-03']);
  expect(rules).toEqual([['a.xml', 'child-repeated', 6]]);
});

test("removals that a child's later record no longer holds are counted", async () => {
  const { removals, rules } = await readFiles({
    'a.txt': legacyText('202209', [snapshot({ id: 'A1', removal: '20220101', discharge: '20220701' })]),
    'b.xml': afcarsXml('202303', [{ id: 'A1', removals: [{ on: '20221101' }] }]),
  });
  expect(removals).toHaveLength(1);
  expect(rules).toEqual([['b.xml', 'removal-withdrawn', null]]);
});

const periods = ['202303', '202309', '202403'];
const days = ['20221005', '20221120', '20230115', '20230310'];
const childIn = (id: string) =>
  fc.record({
    id: fc.constant(id),
    removals: fc.uniqueArray(
      fc.record({
        on: fc.constantFrom(...days),
        exit: fc.constantFrom('', '20230320', '20230321'),
        visits: fc.subarray(['20230312', '20230313']),
      }),
      { minLength: 1, maxLength: 3, selector: ({ on }) => on },
    ),
  });
const orNobody = (id: string) => fc.option(childIn(id));
const periodFiles = fc.tuple(
  ...periods.map(() => fc.tuple(orNobody('A1'), orNobody('A2'), orNobody('A3'), childIn('A4'))),
);
const isSomebody = (child: ChildText | null): child is ChildText => child !== null;

test('order of files, their names and how a period is split over files change no row', async () => {
  await fc.assert(
    fc.asyncProperty(periodFiles, fc.infiniteStream(fc.nat(99)), async (contents, random) => {
      const next = (): number => random.next().value;
      const whole: Record<string, string> = {};
      const split: [string, string][] = [];
      for (const [index, period] of periods.entries()) {
        const given: readonly (ChildText | null)[] = contents[index] ?? [];
        const children = given.filter(isSomebody);
        whole[`${period}.xml`] = afcarsXml(period, children);
        for (const child of children.sort(() => next() - 50))
          split.push([`${next()}-${split.length}.xml`, afcarsXml(period, [child])]);
      }
      const shuffled = Object.fromEntries(split.sort(() => next() - 50));
      const [one, other] = [await readFiles(whole), await readFiles(shuffled)];
      for (const table of ['children', 'removals', 'placements', 'visits'] as const)
        expect(other[table]).toEqual(one[table]);
    }),
    { numRuns: 4 },
  );
}, 60_000);
