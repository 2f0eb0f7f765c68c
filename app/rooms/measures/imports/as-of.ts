/** The day up to which a version's data are believed (case-data, "Data currency"). */
import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../platform/clock.ts';
import type { CanonicalTable } from './canonical.ts';
import type { FormatReading } from './formats/format.ts';
import type { SourceKind } from './manifest.ts';
import type { ProblemCollector } from './problem-collector.ts';

const datesOf: Partial<Record<CanonicalTable, readonly string[]>> = {
  removals: ['removal_date', 'discharge_date', 'removal_recorded_at', 'discharge_recorded_at'],
  placements: ['start_date'],
  reports: ['report_date', 'incident_date'],
  visits: ['visit_date'],
  investigations: ['received_on', 'first_contact_on', 'completed_on'],
  aggregates: ['period_to'],
};

/** The latest of the dates that tell of something that happened. Null when there is none. */
const latestDate = async (tables: readonly CanonicalTable[], analytics: Analytics): Promise<Day | null> => {
  const latest = tables.flatMap((table) =>
    (datesOf[table] ?? []).map((column) => `SELECT max(${column}) AS day FROM case_${table}`),
  );
  if (latest.length === 0) return null;
  const [row] = await analytics.all(
    `SELECT CAST(max(day) AS VARCHAR) AS day FROM (${latest.join(' UNION ALL ')})`,
  );
  return typeof row?.day === 'string' ? row.day : null;
};

/** Whose word on as-of counts first: where the removals come from, then where the reports do. */
const statedBy = (
  readings: readonly FormatReading[],
  from: ReadonlyMap<CanonicalTable, readonly SourceKind[]>,
) => {
  const stated = readings.filter(({ asOf }) => asOf !== null);
  for (const table of ['removals', 'reports'] as const) {
    const kinds = from.get(table);
    const main = stated.find(({ contributions }) =>
      contributions.some((part) => part.table === table && part.from.some((kind) => kinds?.[0] === kind)),
    );
    if (main) return main;
  }
  return stated[0];
};

const stopAsOf = (problems: ProblemCollector, rule: string, sentence: string): never =>
  problems.stop({ file: 'package.json', line: null, column: 'as_of', value: null, rule, sentence });

/** Stops when as-of cannot be known or lies after `today`. `from`: which sources each table comes from, the main one first. */
export const findAsOf = async (
  readings: readonly FormatReading[],
  from: ReadonlyMap<CanonicalTable, readonly SourceKind[]>,
  today: Day,
  analytics: Analytics,
  problems: ProblemCollector,
): Promise<Day> => {
  const stated = statedBy(readings, from)?.asOf ?? null;
  const asOf = stated ?? (await latestDate([...from.keys()], analytics));
  if (asOf === null)
    return stopAsOf(
      problems,
      'as-of-unknown',
      'The data hold no date to tell how recent they are. Give package.json with as_of.',
    );
  if (asOf > today)
    stopAsOf(
      problems,
      'as-of-in-future',
      stated
        ? `The as-of date is after today, ${today}. Figures would look final that are not.`
        : `The data go beyond today, ${today}, and package.json does not say as of when they are: a date is probably mistyped. Correct it, or give package.json with as_of.`,
    );
  return asOf;
};
