/** How far each place is: a county a row for the state, a unit a row within a county; by name, never by count. */
import { countyOf, countyPlace, kindOf, nameOf, type Place } from '../../../commons/permissions/place.ts';
import type { FixTally } from '../../../rooms/measures/public.ts';
import { countText } from '../../../ui/format/numbers.ts';
import { shareInWords, whereText } from './fix-words.ts';

export const isAt = (at: Place, place: Place): boolean =>
  at === 'state' || place === at || (kindOf(at) === 'county' && countyOf(place) === nameOf(at));

export const sum = (tallies: readonly FixTally[], states: readonly string[]): number =>
  tallies.filter(({ state }) => states.includes(state)).reduce((total, { fixes }) => total + fixes, 0);

/** By county for the state, by unit within a county. */
const partOf = (at: Place, place: Place): Place => {
  const county = countyOf(place);
  return at === 'state' && county !== null ? countyPlace(county) : place;
};

const partName = (at: Place, part: Place): string =>
  at === 'state' && part !== 'state' ? nameOf(part) : whereText(part);

export const partsTable = (at: Place, tallies: readonly FixTally[]) => ({
  caption: 'By name, never by count',
  columns: [
    { label: at === 'state' ? 'County' : 'Unit', isNumber: false },
    { label: 'To mend', isNumber: true },
    { label: 'Said to be mended', isNumber: true },
    { label: 'Still there', isNumber: true },
    { label: 'Gone', isNumber: true },
    { label: 'How much is gone', isNumber: false },
  ],
  rows: [...Map.groupBy(tallies, ({ assignedTo }) => partOf(at, assignedTo))]
    .map(([part, own]) => [partName(at, part), own] as const)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([name, own]) => {
      const counts = (['open', 'said-fixed', 'still-there', 'gone'] as const).map((state) =>
        sum(own, [state]),
      );
      const all = counts.reduce((total, count) => total + count, 0);
      return [name, ...counts.map(countText), shareInWords(counts[3] ?? 0, all)];
    }),
});
