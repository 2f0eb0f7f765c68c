/**
 * Which facts somebody may see: the condition that every read of facts for a person carries, whatever the address of the
 * page asks for. Postgres has row-level security for its rows; this is the same for what DuckDB reads, and the only place
 * that says so.
 *
 * The state reaches every fact. A county reaches its own, a unit those of its county and unit. Facts of an unknown county
 * are the state's alone. A Nation reaches the children who are its members, wherever they live, and nobody reaches them as
 * such but the Nation. A partner reaches none.
 */
import { countyOf, kindOf, nameOf, type Place } from '../../../commons/permissions/place.ts';
import { checkGenuine, type Scope } from '../../../commons/permissions/scope.ts';

export interface PlacePredicate {
  /** A condition on `county`, `unit` and `nation`, in brackets where it has parts: goes behind any `WHERE … AND`. */
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
  if (kindOf(place) === 'nation') return [['nation', nameOf(place)]];
  if (county === null || county === notKnown || nameOf(place) === notKnown) return null;
  if (kindOf(place) === 'county') return [['county', county]];
  return [
    ['county', county],
    ['unit', nameOf(place)],
  ];
};

/** The condition for a scope, its parameters numbered from `$firstParameter`. */
export const placePredicate = (scope: Scope<never>, firstParameter = 1): PlacePredicate => {
  checkGenuine(scope);
  const demands = scope.places.map(demandsOf).filter((demand) => demand !== null);
  if (demands.length === 0) return { sql: 'FALSE', values: [] };
  if (demands.some((demand) => demand.length === 0)) return { sql: 'TRUE', values: [] };
  const values: string[] = [];
  const equal = ([column, value]: readonly [string, string]): string =>
    `${column} = $${firstParameter + values.push(value) - 1}`;
  const alternatives = demands.map((demand) => `(${demand.map(equal).join(' AND ')})`);
  return { sql: `(${alternatives.join(' OR ')})`, values };
};

/** True without a scope, and for one that reaches every fact. */
export const reachesEverything = (scope: Scope<never> | undefined): boolean =>
  scope === undefined || placePredicate(scope).sql === 'TRUE';
