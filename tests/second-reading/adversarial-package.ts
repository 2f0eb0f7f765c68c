/** A package in which many children's edges collide; one staging covers them all. */
import fc from 'fast-check';
import type { Day } from '../../app/platform/clock.ts';
import type { Window } from '../../app/rooms/measures/public.ts';
import { type AdversarialChild, adversarialChild } from './adversarial-child.ts';
import { asOfDays, windows } from './adversarial-days.ts';
import { rowsOfChild } from './adversarial-rows.ts';
import type { CaseRows, Population } from './case-rows.ts';
import { withPendingShare } from './pending-share.ts';

const files = ['placements', 'reports', 'visits', 'investigations', 'population'] as const;

type File = (typeof files)[number];

/** What was known on a day of these windows, all at once or one alone: a run looks no further than it must. */
export interface Asked {
  readonly asOf: Day;
  readonly windows: readonly Window[];
}

interface Surroundings {
  /** The days of the children crowd around the first. */
  readonly asked: readonly [Asked, Asked];
  /** Files that are absent. */
  readonly lacks: readonly File[];
  /** Years the population is known of. */
  readonly years: readonly number[];
  /** Reports more or fewer than a hundred to each pending one; null leaves the pending ones as they come. */
  readonly offBy: number | null;
}

const asOf = fc.constantFrom(...asOfDays);

const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  asked: fc.tuple(
    fc.record({ asOf, windows: fc.constant(windows) }),
    fc.record({ asOf, windows: fc.constantFrom(...windows).map((window) => [window]) }),
  ),
  lacks: fc.oneof(
    { weight: 5, arbitrary: fc.constant<File[]>([]) },
    { weight: 1, arbitrary: fc.subarray<File>([...files]) },
  ),
  years: fc.subarray([2022, 2023, 2024]),
  offBy: fc.constantFrom(null, -1, 0, 1),
});

const population = (years: readonly number[]): Population[] =>
  years.flatMap((year) =>
    ['Alder', 'Cedar', null].flatMap((county) =>
      ['0-3 months', '17', null].map((age_group, nth) => ({
        ...{ county, year, age_group, children: (year % 100) + nth },
        race_ethnicity: ['white', 'hispanic', null][nth] ?? null,
      })),
    ),
  );

const packageRows = (
  histories: readonly AdversarialChild[],
  { asked: [{ asOf }], lacks, years, offBy }: Surroundings,
): CaseRows => {
  const all = histories.map((child, index) => rowsOfChild(child, `C${index}`, asOf));
  const reports = all.flatMap((child) => child.reports);
  const removals = all.flatMap((child) => child.removals);
  const held = <T>(file: File, rows: T[]): T[] | null => (lacks.includes(file) ? null : rows);
  return {
    children: all.flatMap((child) => child.children),
    removals: removals.map(({ row }) => row),
    placements: held(
      'placements',
      removals.flatMap(({ placements }) => placements),
    ),
    reports: held('reports', offBy === null ? reports : withPendingShare(reports, offBy, asOf)),
    visits: held(
      'visits',
      all.flatMap((child) => child.visits),
    ),
    investigations: held(
      'investigations',
      all.flatMap((child) => child.investigations),
    ),
    population: held('population', population(years)),
  };
};

export interface AdversarialPackage {
  readonly rows: CaseRows;
  readonly asked: readonly [Asked, Asked];
}

/** So many children in one package. */
export const adversarialPackage = (children: number): fc.Arbitrary<AdversarialPackage> =>
  fc
    .tuple(fc.array(adversarialChild, { minLength: children, maxLength: children }), surroundings)
    .map(([histories, around]) => ({ rows: packageRows(histories, around), asked: around.asked }));
