import { expect, test } from 'vitest';
import { withFormatRun } from '../../../../../../tests/support/read-format.ts';
import { inOrder, vectorPath, vectorRows } from '../../../../../../tests/support/vector-rows.ts';
import type { Row } from '../../../../../platform/analytics/duckdb.ts';
import { afcarsFormat } from '../afcars-periods/format.ts';

const spring = vectorPath('formats/afcars-legacy/afcars_fc_24_202203.txt');
const autumn = vectorPath('formats/afcars-legacy/afcars_fc_24_202209.txt');
const children = vectorRows('formats/package-300/children.csv', 'children');
const removals = vectorRows('formats/package-300/removals.csv', 'removals');
const placements = vectorRows('formats/package-300/placements.csv', 'placements');
const uncounted = new Set(['runaway', 'trial_home_visit', 'respite', 'medical']);

/** Counties of the invented state, by the federal codes the files carry. */
const counties = new Map([
  ['Alder', '24001'],
  ['Birch', '24003'],
  ['Cedar', '24005'],
  ['Dogwood', '24007'],
  ['Elm', '24009'],
  ['Fir', '24011'],
]);

/** A fact of the package as it stood at a period's end: what came later is not there yet. */
const knownBy = (day: unknown, periodEnd: string): string | null =>
  typeof day === 'string' && day <= periodEnd ? day : null;

/** What a snapshot of this episode at the period's end shows, worked out from the package. */
const snapshotOf = (episode: Row, periodEnd: string): Row => {
  const dischargedOn = knownBy(episode.discharge_date, periodEnd);
  return {
    child_id: episode.child_id,
    removal_date: episode.removal_date,
    discharge_date: dischargedOn,
    discharge_reason: dischargedOn === null ? null : episode.discharge_reason,
    county: counties.get(String(episode.county)) ?? null,
    removal_recorded_at: knownBy(episode.removal_recorded_at, periodEnd),
    discharge_recorded_at: dischargedOn === null ? null : knownBy(episode.discharge_recorded_at, periodEnd),
  };
};

/** Homes the child has lived in, one after the other; null when there was none. */
const settingsIn = (history: readonly Row[]): number | null => {
  let settings = 0;
  let home: Row | undefined;
  let wasAway = false;
  for (const row of history) {
    if (uncounted.has(String(row.setting))) {
      wasAway = true;
      continue;
    }
    const isKnown = home !== undefined && home.provider_id !== null && row.provider_id !== null;
    const isSame = isKnown
      ? home?.provider_id === row.provider_id
      : wasAway && home !== undefined && home.setting === row.setting;
    if (!isSame) settings += 1;
    home = isSame && row.provider_id === null ? home : row;
    wasAway = false;
  }
  return settings === 0 ? null : settings;
};

const columns = [
  'child_id',
  'removal_date',
  'discharge_date',
  'discharge_reason',
  'county',
  'removal_recorded_at',
  'discharge_recorded_at',
];

const episodeOf = (row: Row): Row | undefined =>
  removals.find((one) => one.child_id === row.child_id && one.removal_date === row.removal_date);

test.each([
  [spring, '2022-03-31', 29],
  [autumn, '2022-09-30', 31],
])(
  'each record of %s shows its episode of the package as it stood on %s',
  async (file, periodEnd, records) => {
    await withFormatRun(afcarsFormat, [file], async ({ reading, rows, analytics }) => {
      expect(reading?.asOf).toBe(periodEnd);
      const shown = await analytics.all('SELECT child_id, removal_date FROM afcars_episodes_shown');
      expect(shown).toHaveLength(records);
      const keys = new Set(shown.map((row) => `${row.child_id} ${row.removal_date}`));
      const found = (await rows('removals')).filter((row) => keys.has(`${row.child_id} ${row.removal_date}`));
      const expected = shown.map((row) => episodeOf(row) ?? {}).map((row) => snapshotOf(row, periodEnd));
      expect(inOrder(found, columns)).toEqual(inOrder(expected, columns));
    });
  },
);

test.each([
  [spring, '2022-03-31'],
  [autumn, '2022-09-30'],
])('children and settings of %s are those of the package', async (file, periodEnd) => {
  await withFormatRun(afcarsFormat, [file], async ({ rows, analytics }) => {
    const found = await rows('children');
    const ids = new Set(found.map((row) => row.child_id));
    const childColumns = Object.keys(children[0] ?? {});
    const expected = children.filter((row) => ids.has(row.child_id));
    expect(inOrder(found, childColumns)).toEqual(inOrder(expected, childColumns));

    const shown = await analytics.all(
      'SELECT child_id, removal_date, placement_settings, trial_home_visit_from FROM afcars_episodes_shown',
    );
    for (const row of shown) {
      const history = placements.filter(
        (one) =>
          one.child_id === row.child_id &&
          one.removal_date === row.removal_date &&
          String(one.start_date) <= periodEnd,
      );
      const last = history.at(-1);
      const isHome = last?.setting === 'trial_home_visit';
      expect(row.trial_home_visit_from, String(row.child_id)).toBe(isHome ? last?.start_date : null);
      expect(row.placement_settings, String(row.child_id)).toBe(settingsIn(history));
    }
  });
});

test('the earlier of two removals is known by its first and last day, not by its reason', async () => {
  await withFormatRun(afcarsFormat, [spring], async ({ rows }) => {
    const history = (await rows('removals')).filter((row) => row.child_id === 'C000118');
    expect(history).toMatchObject([
      {
        removal_date: '2016-01-15',
        discharge_date: '2019-09-18',
        discharge_reason: null,
        placement_settings: null,
      },
      {
        removal_date: '2020-08-10',
        discharge_date: '2021-10-17',
        discharge_reason: 'reunification',
        county: '24001',
        placement_settings: 3,
      },
    ]);
  });
});

test('of two periods the later stands, whatever order the files come in', async () => {
  const inBoth = 'C000141';
  const read = (paths: string[]) =>
    withFormatRun(afcarsFormat, paths, async ({ rows }) => ({
      removals: await rows('removals'),
      children: await rows('children'),
    }));
  const forwards = await read([spring, autumn]);
  expect(await read([autumn, spring])).toEqual(forwards);
  expect(forwards.removals.filter((row) => row.child_id === inBoth)).toMatchObject([
    { removal_date: '2022-02-17', discharge_date: '2022-06-18', discharge_reason: 'guardianship' },
  ]);
});

test('placements are not made up from one snapshot', async () => {
  await withFormatRun(afcarsFormat, [spring, autumn], async ({ reading }) => {
    expect(reading?.contributions.map(({ table }) => table)).toEqual(['children', 'removals']);
  });
});
