/** The windows that are kept prepared: rolling 12 months by month (federal ones among them), months, quarters. */

import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Window } from './figure.ts';
import { addMonths, rollingWindows, windowsBetween } from './windows.ts';

/** Histories can hold a removal of thirty years ago; further back than this is computed when asked for. */
const furthestBackMonths = 12 * 12;

/** The first day any record of a version tells of, as known at as-of; null when there is none. */
export const firstRecordOn = async (analytics: Analytics): Promise<Day | null> => {
  const [row] = await analytics.all<{ first: Day | null }>(
    `SELECT least((SELECT min(removal_date) FROM case_removals), (SELECT min(report_date) FROM case_reports),
       (SELECT min(due_on) FROM case_investigations), (SELECT min(visit_date) FROM case_visits)) AS first`,
  );
  return row?.first ?? null;
};

/** Every standard window that begins between the first record (or twelve years back) and as-of. */
export const standardWindows = (firstOn: Day, asOf: Day): Window[] => {
  const furthest = addMonths(asOf, -furthestBackMonths);
  const from = firstOn > furthest ? firstOn : furthest;
  return [
    ...rollingWindows(from, asOf),
    ...windowsBetween('month', from, asOf),
    ...windowsBetween('quarter', from, asOf).filter((window) => window.from <= asOf),
  ];
};
