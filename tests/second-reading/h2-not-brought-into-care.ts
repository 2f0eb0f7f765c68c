/** H2: of children with a finding who were not in care, the share neither removed nor found again in 12 months. */
import type { Counted } from './counted.ts';
import { plusYears } from './days.ts';
import type { History } from './history.ts';
import { reportsOfChildrenAtHome } from './initial-report-removals.ts';
import { countedReport } from './initial-reports.ts';
import { hasRecurrence } from './s2-recurrence-of-maltreatment.ts';

export const notBroughtIntoCare = (history: History): Counted[] =>
  reportsOfChildrenAtHome(history).map(({ initial, episodes }) => {
    const reportedOn = initial.report.report_date;
    const isRemoved = episodes.some(
      ({ removedOn }) => reportedOn <= removedOn && removedOn < plusYears(reportedOn, 1),
    );
    return countedReport(initial, history, !isRemoved && !hasRecurrence(initial));
  });
