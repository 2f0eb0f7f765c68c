/** H4: of children with a finding who were not in care, the share removed on day 0 to 60. */
import type { Counted } from './counted.ts';
import { daysBetween } from './days.ts';
import type { History } from './history.ts';
import { reportsOfChildrenAtHome } from './initial-report-removals.ts';
import { countedReport } from './initial-reports.ts';

export const removedWithin60Days = (history: History): Counted[] =>
  reportsOfChildrenAtHome(history).map(({ initial, episodes }) => {
    const isRemoved = episodes.some(({ removedOn }) => {
      const days = daysBetween(initial.report.report_date, removedOn);
      return 0 <= days && days <= 60;
    });
    return countedReport(initial, history, isRemoved);
  });
