/** H5: of children reported in the window, the share reported again 15 to 365 days after. */
import type { Counted } from './counted.ts';
import { daysBetween } from './days.ts';
import type { History } from './history.ts';
import { countedReport, firstReports } from './initial-reports.ts';

export const reportedAgain = (history: History): Counted[] =>
  firstReports(history).map((initial) => {
    const isAgain = initial.all.some((other) => {
      const days = daysBetween(initial.report.report_date, other.report_date);
      return 15 <= days && days <= 365;
    });
    return countedReport(initial, history, isAgain);
  });
