/** Sums an agency brings instead of records: figures of the same shape, labelled so. */

import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Breakdown, MeasureId } from '../catalog/definition-shape.ts';
import type { Window } from './figure.ts';
import type { SumRow, Where } from './sums.ts';

/**
 * Rows of the `aggregates` table for one measure and these windows, as sums. With one filter, the group it
 * names is the whole and nothing can be broken down further; sums cannot answer two filters at once.
 */
export const aggregateSums = async (
  analytics: Analytics,
  measure: MeasureId,
  windows: readonly Window[],
  by: readonly Breakdown[],
  where: Where,
): Promise<SumRow[]> => {
  const filters = Object.entries(where) as [Breakdown, string][];
  if (filters.length > 1) return [];
  const [filter] = filters;
  const days = windows.map(({ from, to }) => `(DATE '${from}', DATE '${to}')`).join(', ');
  const rows = await analytics.all<SumRow>(
    `SELECT period_from AS window_from, period_to AS window_to, breakdown, group_name,
       sum(numerator) AS numerator, sum(denominator) AS denominator,
       NULL AS second_numerator, NULL AS second_denominator, NULL AS affected
     FROM case_aggregates
     WHERE measure = $1 AND (period_from, period_to) IN (${days})
     GROUP BY ALL ORDER BY ALL`,
    [measure],
  );
  if (filter) {
    return rows
      .filter((row) => row.breakdown === filter[0] && row.group_name === filter[1])
      .map((row) => ({ ...row, breakdown: null, group_name: null }));
  }
  return rows.filter((row) => row.breakdown === null || by.includes(row.breakdown));
};

/** The windows for which the agency brought sums of this measure. */
export const aggregateWindows = async (analytics: Analytics, measure: MeasureId): Promise<Window[]> => {
  const rows = await analytics.all<{ from: Day; to: Day }>(
    `SELECT DISTINCT period_from AS "from", period_to AS "to" FROM case_aggregates
     WHERE measure = $1 ORDER BY 1, 2`,
    [measure],
  );
  return rows.map(({ from, to }) => ({ from, to }));
};
