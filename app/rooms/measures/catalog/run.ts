/** One run: the shared preparation for some measures and windows, once, and then each measure's facts. */

import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../platform/clock.ts';
import { Invalid } from '../../../platform/errors.ts';
import { caseViews } from './case-views.ts';
import { queryOf } from './catalog.ts';
import type { MeasureId } from './definition-shape.ts';
import { macros, preparationFor } from './shared/relations.ts';

export interface RunRequest {
  readonly measures: readonly MeasureId[];
  readonly windows: readonly { readonly from: Day; readonly to: Day }[];
  readonly asOf: Day;
  /** Canonical tables the version holds, each readable as `version_<table>`. */
  readonly held: ReadonlySet<string>;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Days go into statements as text: nothing that is not a day gets there. */
const checked = (day: Day): Day => {
  if (!dayPattern.test(day)) throw new Invalid(`"${day}" is not a day.`, 'Write days as YYYY-MM-DD.');
  return day;
};

const constants = ({ windows, asOf }: RunRequest): string[] => {
  const first = windows.map(({ from }) => from).toSorted()[0] ?? asOf;
  const last =
    windows
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? asOf;
  return [
    `CREATE TEMP MACRO as_of() AS DATE '${asOf}'`,
    `CREATE TEMP MACRO first_window_day() AS DATE '${first}'`,
    `CREATE TEMP MACRO last_window_day() AS DATE '${last}'`,
    'CREATE TEMP TABLE windows (window_from DATE, window_to DATE)',
  ];
};

const windowRows = ({ windows }: RunRequest): string =>
  `INSERT INTO windows VALUES ${windows.map(({ from, to }) => `('${checked(from)}', '${checked(to)}')`).join(', ')}`;

/**
 * Prepares a fresh engine for `factsOf`: words, as-of views, windows and what the measures share. Once per
 * engine: a second request takes a second engine.
 */
export const prepareRun = async (analytics: Analytics, request: RunRequest): Promise<void> => {
  checked(request.asOf);
  const queries = request.measures.map(queryOf);
  const dropped = 'SELECT * FROM dropped_records';
  const statements = [
    ...constants(request),
    ...(request.windows.length > 0 ? [windowRows(request)] : []),
    ...macros,
    ...caseViews(request.held, request.asOf),
    ...preparationFor([...queries, dropped]),
  ];
  for (const statement of statements) await analytics.run(statement);
};

/** The measure's facts as a select, to be used as a subquery after `prepareRun`. */
export const factsOf = (measure: MeasureId): string => queryOf(measure).replace(/;\s*$/, '');
