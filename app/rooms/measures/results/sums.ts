/** Sums of facts: the one query behind every total and breakdown. */

import type { DuckDBValue } from '@duckdb/node-api';
import type { Scope } from '../../../commons/permissions/scope.ts';
import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Breakdown, MeasureId } from '../catalog/definition-shape.ts';
import { factsOf } from '../catalog/run.ts';
import type { Window } from './figure.ts';
import { placePredicate } from './place-predicate.ts';

/** One window's sum, of everything (`breakdown` null) or of one group. */
export interface SumRow extends Record<string, unknown> {
  readonly window_from: Day;
  readonly window_to: Day;
  readonly breakdown: Breakdown | null;
  readonly group_name: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly second_numerator: number | null;
  readonly second_denominator: number | null;
  /** Children with an event: of whom a sum tells. Null where the agency brought sums. */
  readonly affected: number | null;
}

export type Where = Readonly<Partial<Record<Breakdown, string>>>;

/** The column of facts that holds a breakdown's groups. */
export const columnOf: Readonly<Record<Breakdown, string>> = {
  county: 'county',
  unit: 'unit',
  age: 'age_band',
  race_ethnicity: 'race_ethnicity',
  aian_any: 'aian_any',
  sex: 'sex',
};

/** `nation` is no breakdown: no figure is cut by it. A Nation's own people see their children by it (place-predicate.ts). */
const dimensions = [...Object.values(columnOf), 'nation'].join(', ');

/** Facts summed over subjects, by window and every dimension: no child is in it. What is kept prepared. */
export const summedFacts = (measure: MeasureId): string => `
  SELECT window_from, window_to, ${dimensions},
    sum(events)::BIGINT AS numerator, sum(exposure)::BIGINT AS denominator,
    sum(second_events)::BIGINT AS second_numerator, sum(second_exposure)::BIGINT AS second_denominator,
    count(*) FILTER (events > 0)::BIGINT AS affected
  FROM (${factsOf(measure)})
  GROUP BY window_from, window_to, ${dimensions}`;

const caseOver = (by: readonly Breakdown[], result: (breakdown: Breakdown) => string): string =>
  by.length === 0
    ? 'NULL'
    : `CASE ${by.map((b) => `WHEN GROUPING(${columnOf[b]}) = 0 THEN ${result(b)}`).join(' ')} END`;

const groupingSets = (by: readonly Breakdown[]): string =>
  ['(window_from, window_to)', ...by.map((b) => `(window_from, window_to, ${columnOf[b]})`)].join(', ');

export interface SumRequest {
  /** A relation or subquery with the columns of `summedFacts`. */
  readonly source: string;
  /** Null: every window of the source. */
  readonly windows: readonly Window[] | null;
  readonly by: readonly Breakdown[];
  readonly where: Where;
  /** Only facts this scope reaches. */
  readonly within?: Scope<never> | undefined;
}

/** Conditions a scan can skip by, and then the windows exactly. */
export const conditions = ({
  windows,
  where,
  within,
}: Pick<SumRequest, 'windows' | 'where' | 'within'>): { sql: string; values: DuckDBValue[] } => {
  const filters = Object.entries(where) as [Breakdown, string][];
  const parts = filters.map(([breakdown], index) => `${columnOf[breakdown]} = $${index + 1}`);
  const values: DuckDBValue[] = filters.map(([, value]) => value);
  if (within) {
    const reached = placePredicate(within, filters.length + 1);
    parts.push(reached.sql);
    values.push(...reached.values);
  }
  if (windows && windows.length > 0) {
    const [firsts, lasts] = [
      windows.map(({ from }) => from).toSorted(),
      windows.map(({ to }) => to).toSorted(),
    ];
    parts.push(`window_from BETWEEN DATE '${firsts[0]}' AND DATE '${firsts.at(-1)}'`);
    parts.push(`window_to BETWEEN DATE '${lasts[0]}' AND DATE '${lasts.at(-1)}'`);
    const days = windows.map(({ from, to }) => `(DATE '${from}', DATE '${to}')`);
    parts.push(`(window_from, window_to) IN (${days.join(', ')})`);
  }
  return { sql: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
};

/** The select behind `sumsOf`: totals and breakdowns of a source in one pass, without an order. */
export const sumsSelect = (source: string, by: readonly Breakdown[], where: string): string => `
     SELECT window_from, window_to,
       ${caseOver(by, (b) => `'${b}'`)} AS breakdown, ${caseOver(by, (b) => columnOf[b])} AS group_name,
       sum(numerator)::DOUBLE AS numerator, sum(denominator)::DOUBLE AS denominator,
       sum(second_numerator)::DOUBLE AS second_numerator,
       sum(second_denominator)::DOUBLE AS second_denominator, sum(affected)::DOUBLE AS affected
     FROM ${source} ${where}
     GROUP BY GROUPING SETS (${groupingSets(by)})`;

/** Totals and breakdowns of a source, in order. Windows without a fact have no row. */
export const sumsOf = (analytics: Analytics, request: SumRequest): Promise<SumRow[]> => {
  const { sql, values } = conditions(request);
  return analytics.all<SumRow>(
    `${sumsSelect(request.source, request.by, sql)} ORDER BY window_from, window_to, breakdown, group_name`,
    values,
  );
};

/** Facts as a source for `sumsOf`, summed only over what the request asks for. */
export const factsAsSource = (measure: MeasureId): string => `(
  SELECT window_from, window_to, ${dimensions}, events AS numerator, exposure AS denominator,
    second_events AS second_numerator, second_exposure AS second_denominator, (events > 0)::INT AS affected
  FROM (${factsOf(measure)}))`;

/** A cell of the star around counties: a group, of everybody, in a county, or in a unit of one. */
export interface StarRow extends Record<string, unknown> {
  readonly window_from: Day;
  readonly window_to: Day;
  /** Null for places themselves. */
  readonly breakdown: Breakdown | null;
  readonly group_name: string | null;
  readonly county: string | null;
  readonly unit: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly affected: number;
}

/** Sums of windows by county, by unit, and by each breakdown within everybody, counties and units. */
export const starSumsOf = (
  analytics: Analytics,
  source: string,
  windows: readonly Window[],
  people: readonly Breakdown[],
): Promise<StarRow[]> => {
  const { sql } = conditions({ windows, where: {} });
  const places = ['', 'county', 'county, unit'];
  const columns = people.map((breakdown) => columnOf[breakdown]);
  const sets = [
    ...places.slice(1),
    ...columns.flatMap((column) => places.map((place) => (place === '' ? column : `${place}, ${column}`))),
  ].map((set) => `(window_from, window_to, ${set})`);
  const isThere = (column: string): string => `(GROUPING(${column}) = 1 OR ${column} IS NOT NULL)`;
  return analytics.all<StarRow>(
    `SELECT window_from, window_to,
       ${caseOver(people, (b) => `'${b}'`)} AS breakdown, ${caseOver(people, (b) => columnOf[b])} AS group_name,
       county, unit, sum(numerator)::DOUBLE AS numerator, sum(denominator)::DOUBLE AS denominator,
       sum(affected)::DOUBLE AS affected
     FROM ${source} ${sql}
     GROUP BY GROUPING SETS (${sets.join(', ')})
     HAVING ${['county', 'unit', ...columns].map(isThere).join(' AND ')}
     ORDER BY ALL`,
  );
};
