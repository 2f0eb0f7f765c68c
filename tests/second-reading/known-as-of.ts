/** "A date after as-of is treated as blank; a row whose own event date is after as-of is left out." */
import type { Day } from '../../app/platform/clock.ts';
import type { CaseRows, Investigation, Removal, Report } from './case-rows.ts';

const removalAsOf = (removal: Removal, asOf: Day): Removal => {
  const known = (on: Day | null) => (on !== null && on <= asOf ? on : null);
  const dischargedOn = known(removal.discharge_date);
  return {
    ...removal,
    discharge_date: dischargedOn,
    discharge_reason: dischargedOn === null ? null : removal.discharge_reason,
    trial_home_visit_from: known(removal.trial_home_visit_from),
    dropped_after: known(removal.dropped_after),
  };
};

const reportAsOf = (report: Report, asOf: Day): Report => ({
  ...report,
  incident_date: report.incident_date !== null && report.incident_date <= asOf ? report.incident_date : null,
});

/** What was due stays: a promise may well lie ahead. */
const investigationAsOf = (row: Investigation, asOf: Day): Investigation => ({
  ...row,
  ...(row.first_contact_on !== null && row.first_contact_on > asOf
    ? { first_contact_on: null, first_contact_at: null }
    : {}),
  ...(row.completed_on !== null && row.completed_on > asOf ? { completed_on: null, completed_at: null } : {}),
});

export const knownAsOf = (rows: CaseRows, asOf: Day): CaseRows => ({
  children: rows.children,
  population: rows.population,
  removals: rows.removals
    .filter(({ removal_date }) => removal_date <= asOf)
    .map((removal) => removalAsOf(removal, asOf)),
  placements: rows.placements?.filter(({ start_date }) => start_date <= asOf) ?? null,
  reports:
    rows.reports
      ?.filter(({ report_date }) => report_date <= asOf)
      .map((report) => reportAsOf(report, asOf)) ?? null,
  visits: rows.visits?.filter(({ visit_date }) => visit_date <= asOf) ?? null,
  investigations:
    rows.investigations
      ?.filter(({ received_on }) => received_on === null || received_on <= asOf)
      .map((row) => investigationAsOf(row, asOf)) ?? null,
});
