/** H1: children entering care per 1,000 children, of the year whose July 1 lies in the window. */
import type { Breakdown } from '../../app/rooms/measures/public.ts';
import { type Fraction, groupsOf, sumOf } from './breakdowns.ts';
import type { Population } from './case-rows.ts';
import { type Counted, countedEpisode } from './counted.ts';
import { earlier, isWithin, plusDays, plusMonths } from './days.ts';
import { firstEntries } from './first-entries.ts';
import type { History } from './history.ts';

const entering = (history: History): Counted[] =>
  firstEntries(history).map((episode) => countedEpisode(episode, episode.removedOn, 1, 0));

/**
 * All rows of the year. A month or a quarter may hold no July 1, so a window shorter than 12 months takes the
 * year that the 12 months ending with it would take.
 */
const population = ({ rows, window: { from, to } }: History): Population[] => {
  const reach = { from: earlier(from, plusMonths(plusDays(to, 1), -12)), to };
  return (rows.population ?? []).filter(({ year }) => isWithin(`${year}-07-01`, reach));
};

const living = (rows: readonly Population[]): number => rows.reduce((sum, { children }) => sum + children, 0);

/** Where there is no such year the denominator is 0, and there is no value. */
export const entryRate = (history: History): Fraction => ({
  ...sumOf(entering(history)),
  denominator: living(population(history)),
});

const columns = { county: 'county', age: 'age_group', race_ethnicity: 'race_ethnicity' } as const;

/** Every group that has children or entries; the population cannot be told apart by the other breakdowns. */
export const entryRateBy = (
  history: History,
  breakdown: Extract<Breakdown, 'county' | 'age' | 'race_ethnicity'>,
): Record<string, Fraction> => {
  const entries = groupsOf(entering(history), breakdown);
  const people = Map.groupBy(population(history), (row) => row[columns[breakdown]] ?? 'unknown');
  const names = new Set([...Object.keys(entries), ...people.keys()]);
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const numerator = entries[name]?.numerator ?? 0;
      return [name, { numerator, denominator: living(people.get(name) ?? []) }];
    }),
  );
};
