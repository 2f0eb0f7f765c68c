/** Says when a county or a unit is not in the data, and which one may be meant: a typo must not give somebody nothing to see. */
import { countyOf, kindOf, nameOf, type Place } from '../../commons/permissions/place.ts';
import type { KnownPlaces } from './known-places.ts';

/** Letters to change, add or leave out between two words. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (const [index, other] of [...b].entries())
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + Number(letter !== other),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The nearest name, where it is near enough to be meant. */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const wanted = name.trim().toLowerCase();
  const most = Math.max(1, Math.floor((wanted.length + 1) / 3));
  return known
    .map((one) => ({ one, far: distance(wanted, one.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far)[0]?.one;
};

const said = (what: string, name: string, meant: string | undefined): string =>
  `The data in use know no ${what} “${name}”. ${meant === undefined ? 'Choose one from the list.' : `Did you mean ${meant}?`}`;

/** Undefined where the place is known, is none of the agency's own, or where there are no data to tell. */
export const placeProblem = (place: Place, known: KnownPlaces): string | undefined => {
  const county = countyOf(place);
  if (!known.hasData || county === null) return undefined;
  const isUnit = kindOf(place) === 'unit';
  if (!known.counties.includes(county)) {
    const meant = nearest(county, known.counties);
    return said('county', county, meant);
  }
  const units = known.units.filter((one) => one.county === county).map(({ unit }) => unit);
  if (!isUnit || units.includes(nameOf(place))) return undefined;
  const meant = nearest(nameOf(place), units);
  return said(`unit of ${county}`, nameOf(place), meant === undefined ? undefined : `${county} / ${meant}`);
};
