/** What a run says beside its figures: dropped records by first reason, and where dispositions are pending. */
import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { Dropped } from './figure.ts';
import type { ReportDay } from './finality.ts';

const noneDropped: Dropped = {
  birth_date_missing: 0,
  birth_after_removal: 0,
  birth_after_discharge: 0,
  discharge_before_removal: 0,
  discharge_same_day: 0,
  discharge_reason_missing: 0,
};

/** Episodes known at as-of that fail a record check, each under the first it fails. */
export const readDropped = async (analytics: Analytics): Promise<Dropped> => {
  const rows = await analytics.all<{ reason: string; episodes: number }>(
    'SELECT reason, count(*) AS episodes FROM dropped_records GROUP BY reason',
  );
  return { ...noneDropped, ...Object.fromEntries(rows.map(({ reason, episodes }) => [reason, episodes])) };
};

/** Children's reports and pending ones by day; empty when none is pending. */
export const readReportDays = async (analytics: Analytics): Promise<ReportDay[]> => {
  const days = await analytics.all<{ on: string; reports: number; pending: number }>(
    `SELECT report_date AS "on", count(*) AS reports,
       count(*) FILTER (disposition = 'pending') AS pending
     FROM case_reports GROUP BY report_date ORDER BY report_date`,
  );
  return days.some(({ pending }) => pending > 0) ? days : [];
};
