/** S2: of children found to be victims in the window, the share found so again within 12 months. */
import type { Counted } from './counted.ts';
import { daysBetween } from './days.ts';
import type { History } from './history.ts';
import { countedReport, type Initial, initialVictimReports } from './initial-reports.ts';

export const hasRecurrence = ({ report, all }: Initial): boolean =>
  all.some((other) => {
    const days = daysBetween(report.report_date, other.report_date);
    const isSameIncident = other.incident_date !== null && other.incident_date === report.incident_date;
    return 14 < days && days <= 365 && !isSameIncident;
  });

export const recurrenceOfMaltreatment = (history: History): Counted[] =>
  initialVictimReports(history).map((initial) => countedReport(initial, history, hasRecurrence(initial)));
