/** Small invented case histories for property tests, on purpose crowded around the edges of the definitions. */
import fc from 'fast-check';
import type { PackageRows } from './package-version.ts';

const firstOn = Date.UTC(2021, 8, 1);

/** The n-th day after 1 September 2021. */
export const dayAfter = (days: number): string =>
  new Date(firstOn + days * 86_400_000).toISOString().slice(0, 10);

const settings = [
  'foster_home_nonrelative',
  'foster_home_nonrelative',
  'shelter',
  'runaway',
  'trial_home_visit',
] as const;

const reasons = ['reunification', 'adoption', 'guardianship', 'transfer', null] as const;

const placement = fc.record({
  after: fc.integer({ min: 0, max: 25 }),
  setting: fc.constantFrom(...settings),
  provider: fc.constantFrom('H1', 'H2', null),
});

const stay = fc.record({
  gap: fc.integer({ min: 0, max: 220 }),
  days: fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 13, max: 500 }),
    fc.integer({ min: 360, max: 372 }),
  ),
  /** Days from a trial home visit to the discharge. */
  trialBefore: fc.option(fc.integer({ min: 26, max: 40 })),
  isOpen: fc.boolean(),
  reason: fc.constantFrom(...reasons),
  county: fc.constantFrom('Alder', 'Birch', null),
  placements: fc.array(placement, { maxLength: 7 }),
});

const report = fc.record({
  on: fc.integer({ min: 360, max: 800 }),
  /** Reports on the days that follow, by the gap to the one before. */
  followedBy: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 5 }),
  disposition: fc.constantFrom(
    'substantiated',
    'indicated',
    'unsubstantiated',
    'alternative_response_victim',
  ),
  incidentBefore: fc.option(fc.integer({ min: 0, max: 40 })),
});

const child = fc.record({
  birth: fc.integer({ min: -6900, max: 300 }),
  hispanic: fc.constantFrom(0, 1, null),
  white: fc.constantFrom(0, 1, null),
  stays: fc.array(stay, { minLength: 1, maxLength: 4 }),
  reports: fc.array(report, { maxLength: 3 }),
  visits: fc.array(fc.integer({ min: 350, max: 900 }), { maxLength: 12 }),
});

export type GeneratedChild = typeof child extends fc.Arbitrary<infer T> ? T : never;

/** Asking costs the same for one child as for eighty, so each question is about many. */
export const children = fc.array(child, { minLength: 1, maxLength: 80, size: 'max' });

const removalRows = (id: string, { stays }: GeneratedChild) => {
  const rows = [];
  const placements = [];
  let day = 0;
  for (const [index, { gap, days, isOpen, reason, county, trialBefore, ...own }] of stays.entries()) {
    day += gap + (index === 0 ? 0 : 1);
    const isLast = index === stays.length - 1;
    const removal_date = dayAfter(day);
    const isStillIn = isOpen && isLast;
    const discharge_date = isStillIn ? null : dayAfter(day + days);
    rows.push({
      child_id: id,
      removal_date,
      discharge_date,
      discharge_reason: isStillIn ? null : reason,
      county,
    });
    let start = day;
    for (const [order, { after, setting, provider }] of own.placements.entries()) {
      start += after + (order === 0 ? 0 : 1);
      placements.push({
        child_id: id,
        removal_date,
        start_date: dayAfter(start),
        setting,
        provider_id: provider,
      });
    }
    if (trialBefore !== null && day + days - trialBefore > start) {
      const start_date = dayAfter(day + days - trialBefore);
      placements.push({
        child_id: id,
        removal_date,
        start_date,
        setting: 'trial_home_visit',
        provider_id: null,
      });
    }
    day += days;
  }
  return { rows, placements };
};

const reportRows = (id: string, reports: GeneratedChild['reports']) =>
  reports.flatMap(({ on, followedBy, disposition, incidentBefore }, order) => {
    let day = on;
    return [0, ...followedBy].map((gap, place) => {
      day += gap;
      return {
        report_id: `${id}-${order}-${place}`,
        child_id: id,
        report_date: dayAfter(day),
        disposition,
        incident_date: incidentBefore === null ? null : dayAfter(day - incidentBefore),
        afcars_id: id,
        age_years: null,
        maltreatment_death: null,
        unborn: null,
        county: null,
      };
    });
  });

/** The children's rows as a package, child ids from `prefix`. */
export const packageOf = (
  generated: readonly GeneratedChild[],
  prefix = 'c',
): Required<Pick<PackageRows, 'children' | 'removals' | 'placements' | 'reports' | 'visits'>> => {
  const ids = generated.map((_, index) => `${prefix}${index}`);
  const stays = generated.map((one, index) => removalRows(ids[index] ?? '', one));
  return {
    children: generated.map(({ birth, hispanic, white }, index) => ({
      child_id: ids[index] ?? '',
      birth_date: dayAfter(birth),
      hispanic,
      white,
    })),
    removals: stays.flatMap(({ rows }) => rows),
    placements: stays.flatMap(({ placements }) => placements),
    visits: generated.flatMap(({ visits }, index) =>
      visits.map((on) => ({
        child_id: ids[index] ?? '',
        visit_date: dayAfter(on),
        location: on % 3 ? 'residence' : null,
      })),
    ),
    reports: generated.flatMap(({ reports }, index) => reportRows(ids[index] ?? '', reports)),
  };
};

export const window = { from: '2022-10-01', to: '2023-09-30' };
export const asOf = '2024-03-31';
