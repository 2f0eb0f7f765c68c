/** population.csv: children living in each county by year, age group and race/ethnicity. No row holds another. */
import { join } from 'node:path';
import { type County, counties } from '../counties.ts';
import { yearOf } from '../days.ts';
import { populationMix, raceGroups } from '../people.ts';
import type { World } from '../records.ts';
import { BufferedFile } from './buffered-file.ts';
import { closed, type WrittenFile } from './state-writer.ts';

/** Age groups with their length in years of the 18 from birth. */
const ageGroups: readonly (readonly [string, number])[] = [
  ['0-3 months', 4 / 12],
  ['4-11 months', 8 / 12],
  ['1-5', 5],
  ['6-10', 5],
  ['11-16', 6],
  ['17', 1],
];

/** Whole numbers in proportion to `weights` that sum to `total` (largest remainders). */
const apportioned = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((all, part) => all + part, 0);
  const order = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of order) {
    if (left-- <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
  }
  return whole;
};

/** Cities grow a little, valleys lose a little; the state stays near its size. */
const growth = (county: County, year: number): number =>
  1 + (county.share > 0.05 ? 0.002 : -0.003) * (year - 2022);

const countyRows = (county: County, year: number, children: number): string[] => {
  const cells = ageGroups.flatMap(([age, years]) =>
    populationMix(county).map((share, at) => ({
      age,
      race: raceGroups[at] ?? 'white',
      weight: years * share,
    })),
  );
  const counts = apportioned(
    children,
    cells.map(({ weight }) => weight),
  );
  return cells.map(({ age, race }, at) => `${county.name},${year},${age},${race},${counts[at]}\n`);
};

/** Every year whose July 1 lies between the world's first day and its as-of, and the year it begins in. */
export const writePopulation = (folder: string, world: World): WrittenFile => {
  const file = new BufferedFile(join(folder, 'population.csv'));
  file.write('county,year,age_group,race_ethnicity,children\n');
  for (let year = yearOf(world.from); year <= yearOf(world.asOf); year++) {
    const totals = apportioned(
      world.population,
      counties.map((county) => county.share * growth(county, year)),
    );
    for (const [at, county] of counties.entries()) {
      for (const row of countyRows(county, year, totals[at] ?? 0)) file.row(row);
    }
  }
  return closed(file);
};
