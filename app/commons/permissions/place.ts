/**
 * Where a role is held: the whole state, a county, a unit of a county, a Tribal nation, a partner organisation.
 * Written as text in tables and scopes: `state`, `county:Alder`, `unit:Alder/Alder 2`, `nation:Blue Sedge Nation`.
 *
 * A Nation is not below the state, and a partner is not below anybody: governments and guests, not units.
 */
import { Invalid } from '../../platform/errors.ts';

export type Place =
  | 'state'
  | `county:${string}`
  | `unit:${string}/${string}`
  | `nation:${string}`
  | `partner:${string}`;

export type PlaceKind = 'state' | 'county' | 'unit' | 'nation' | 'partner';

const longest = 200;
/** No control character in a name: the database is told several places a line each. */
const pattern = /^(?:state|(?:county|nation|partner):[^\p{Cc}/]+|unit:[^\p{Cc}/]+\/[^\p{Cc}]+)$/u;

export const isPlace = (text: string): text is Place => text.length <= longest && pattern.test(text);

/** Throws `Invalid` for what is no place. */
export const parsePlace = (text: string): Place => {
  if (isPlace(text)) return text;
  throw new Invalid('That is no place.', 'Choose the whole state, a county, a unit, a Nation or a partner.');
};

export const kindOf = (place: Place): PlaceKind =>
  place === 'state' ? 'state' : (place.slice(0, place.indexOf(':')) as PlaceKind);

/** `county:Alder` → `Alder`; `unit:Alder/Alder 2` → `Alder 2`; the state has none. */
export const nameOf = (place: Place): string =>
  place.slice(kindOf(place) === 'unit' ? place.indexOf('/') + 1 : place.indexOf(':') + 1);

/** The county a county or a unit is in. */
export const countyOf = (place: Place): string | null => {
  if (kindOf(place) === 'county') return nameOf(place);
  return kindOf(place) === 'unit' ? place.slice('unit:'.length, place.indexOf('/')) : null;
};

export const countyPlace = (county: string): Place => `county:${county}`;

/** For people: "the whole state", "Alder", "Alder 2 in Alder". */
export const placeText = (place: Place): string => {
  if (place === 'state') return 'the whole state';
  return kindOf(place) === 'unit' ? `${nameOf(place)} in ${countyOf(place)}` : nameOf(place);
};

/** `own`: the same place, and a county's units. `below`: the state also reaches its counties and units. */
export type Reach = 'own' | 'below';

export const reaches = (held: Place, wanted: Place, reach: Reach): boolean => {
  if (held === wanted) return true;
  if (kindOf(held) === 'county') return kindOf(wanted) === 'unit' && countyOf(wanted) === nameOf(held);
  return reach === 'below' && held === 'state' && countyOf(wanted) !== null;
};
