/** Reports of which one in a hundred is pending, give or take one report. */
import type { Day } from '../../app/platform/clock.ts';
import type { Report } from './case-rows.ts';
import { isWithin } from './days.ts';

const filler = (id: string, reportedOn: Day, disposition: string): Report => ({
  ...{ report_id: id, child_id: id, report_date: reportedOn, disposition, age_years: null, county: null },
  ...{ incident_date: null, disposition_date: null, afcars_id: null, maltreatment_death: null, unborn: null },
});

/** Of the window 2022-10-01…2023-09-30, for S1, H4 and S2. */
const followUpEnds: readonly Day[] = ['2023-10-07', '2023-11-29', '2024-09-30'];

/**
 * Only so many reports pending that from 2022-10-01 to 2024-09-30 (S2's window and follow-up) they are one in
 * a hundred of those received by `asOf`, but for `offBy` other reports more or fewer.
 */
export const withPendingShare = (reports: readonly Report[], offBy: number, asOf: Day): Report[] => {
  const disposed = reports.map((report) =>
    report.disposition === 'pending' ? { ...report, disposition: 'closed_no_finding' } : report,
  );
  const reach = { from: '2022-10-01', to: '2024-09-30' };
  const count = disposed.filter(
    ({ report_date }) => isWithin(report_date, reach) && report_date <= asOf,
  ).length;
  const pendingOn = followUpEnds.findLast((day) => day <= asOf) ?? '2023-06-30';
  const pending = Math.ceil((count + 2) / 99);
  const others = Math.max(0, 100 * pending - pending - count + offBy);
  return [
    ...disposed,
    ...Array.from({ length: pending }, (_, nth) => filler(`P${nth}`, pendingOn, 'pending')),
    ...Array.from({ length: others }, (_, nth) => filler(`F${nth}`, '2022-10-01', 'unsubstantiated')),
  ];
};
