/**
 * Which facts somebody may see: the condition that every read of facts for a person carries, whatever the address of the
 * page asks for. Postgres has row-level security for its rows; this is the same for what DuckDB reads, and the only place
 * that says so.
 *
 * The state reaches every fact. A county reaches its own, a unit those of its county and unit. Facts of an unknown county
 * are the state's alone. Facts do not say which Nation a child belongs to, so a Nation is refused; a partner reaches none.
 */
import { countyOf, kindOf, nameOf, type Place, placeText } from '../../../commons/permissions/place.ts';
import { checkGenuine, type Scope } from '../../../commons/permissions/scope.ts';
import { NotAllowed } from '../../../platform/errors.ts';

export interface PlacePredicate {
  /** A condition on `county` and `unit`, in brackets where it has parts: goes behind any `WHERE … AND`. */
  readonly sql: string;
  /** What stands behind its parameters, in their order. */
  readonly values: readonly string[];
}

/** How facts say that a county or a unit is not known: never the name of a place. */
const notKnown = 'unknown';

/** Column and value pairs that a fact must all have; none of them: every fact. Null: no fact at all. */
const demandsOf = (place: Place): (readonly [column: string, value: string])[] | null => {
  const county = countyOf(place);
  if (place === 'state') return [];
  if (county === null || county === notKnown || nameOf(place) === notKnown) return null;
  if (kindOf(place) === 'county') return [['county', county]];
  return [
    ['county', county],
    ['unit', nameOf(place)],
  ];
};

const refusal = (place: Place): NotAllowed =>
  new NotAllowed(
    `The data do not say which children are of ${placeText(place)}, so nothing can be shown for it alone.`,
    'An analyst of the agency can say what the files would have to hold.',
  );

/**
 * The condition for a scope, its parameters numbered from `$firstParameter`. Throws `NotAllowed` for a Nation alone,
 * until facts say which children are its own.
 */
export const placePredicate = (scope: Scope<never>, firstParameter = 1): PlacePredicate => {
  checkGenuine(scope);
  const demands = scope.places.map(demandsOf).filter((demand) => demand !== null);
  const nation = scope.places.find((place) => kindOf(place) === 'nation');
  if (demands.length === 0 && nation) throw refusal(nation);
  if (demands.length === 0) return { sql: 'FALSE', values: [] };
  if (demands.some((demand) => demand.length === 0)) return { sql: 'TRUE', values: [] };
  const values: string[] = [];
  const equal = ([column, value]: readonly [string, string]): string =>
    `${column} = $${firstParameter + values.push(value) - 1}`;
  const alternatives = demands.map((demand) => `(${demand.map(equal).join(' AND ')})`);
  return { sql: `(${alternatives.join(' OR ')})`, values };
};
