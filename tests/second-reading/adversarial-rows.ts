/** From the history of one child to its rows; of rows with one key the first stays. */
import type { Day } from '../../app/platform/clock.ts';
import type {
  AdversarialChild,
  AdversarialInvestigation,
  AdversarialRemoval,
  AdversarialReport,
} from './adversarial-child.ts';
import { type OwnDays, ownDaysOf } from './adversarial-days.ts';
import type { Child, Investigation, Placement, Removal, Report, Visit } from './case-rows.ts';
import { plusDays, plusMonths } from './days.ts';

const unique = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [
  ...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values(),
];

const aliasOf = (id: string): string => `${id}x`;

const bornOn = (birth: AdversarialChild['birth'], days: OwnDays): Day | null => {
  if (birth === null) return null;
  const born = plusDays(plusMonths(days.at(birth.shift), birth.months), birth.days);
  days.keep(birth.months < -12 ? plusMonths(born, 216) : born);
  return born;
};

const childRow = (id: string, child: AdversarialChild, birthDate: Day | null): Child => {
  const [native, asian, black, islander, white] = child.races;
  return {
    ...{ child_id: id, birth_date: birthDate, sex: child.sex, tribal_nation: null },
    ...{ american_indian_alaska_native: native ?? null, asian: asian ?? null, black: black ?? null },
    ...{ native_hawaiian_pacific_islander: islander ?? null, white: white ?? null },
    hispanic: child.hispanic,
  };
};

const childRows = (id: string, child: AdversarialChild, days: OwnDays): Child[] => {
  const own = childRow(id, child, bornOn(child.birth, days));
  const alias = child.alias && childRow(aliasOf(id), child, bornOn(child.alias.birth, days));
  return [...(child.hasRow ? [own] : []), ...(alias ? [alias] : [])];
};

const dischargedOn = ({ discharge }: AdversarialRemoval, removedOn: Day, days: OwnDays): Day | null => {
  if (discharge === null) return null;
  const on =
    'of' in discharge
      ? days.at(discharge)
      : plusDays(plusMonths(removedOn, discharge.months), discharge.days);
  return days.keep(on);
};

const removalRow = (id: string, removal: AdversarialRemoval, days: OwnDays): Removal => {
  const removedOn = days.keep(days.at(removal.removed));
  const leftOn = dischargedOn(removal, removedOn, days);
  return {
    ...{ child_id: id, removal_date: removedOn, discharge_date: leftOn, discharge_reason: removal.reason },
    ...{ county: removal.county, unit: removal.unit, sibling_group_id: null },
    ...{ removal_recorded_at: null, discharge_recorded_at: null, placement_settings: removal.settings },
    trial_home_visit_from: removal.visitFrom === null ? null : plusDays(removedOn, removal.visitFrom),
    dropped_after: leftOn === null ? removal.droppedAfter : null,
  };
};

const placementRows = (
  removal: AdversarialRemoval,
  row: Removal,
  edges: { to: Day; asOf: Day },
): Placement[] => {
  const starts: Readonly<Record<string, Day>> = {
    ...edges,
    removal: row.removal_date,
    discharge: row.discharge_date ?? row.removal_date,
  };
  const { homeVisit, atDischarge, placements } = removal;
  const all = [homeVisit, atDischarge, ...placements].filter((one) => one !== null);
  return unique(
    all.map(({ from, days, setting, provider }) => ({
      ...{ child_id: row.child_id, removal_date: row.removal_date, setting, provider_id: provider },
      start_date: plusDays(starts[from] ?? row.removal_date, days),
    })),
    ({ start_date }) => start_date,
  );
};

const incidentOn = ({ incident }: AdversarialReport, reportedOn: Day, days: OwnDays): Day | null => {
  if (incident === null) return null;
  if (incident === 'again') return days.lastIncidentOn();
  return days.keepIncident(typeof incident === 'number' ? plusDays(reportedOn, incident) : days.at(incident));
};

const reportRows = (id: string, report: AdversarialReport, nth: number, days: OwnDays): Report[] => {
  const reportedOn = days.keep(days.at(report.reported));
  const names = { child: id, alias: aliasOf(id), nobody: `${id}n`, blank: null };
  const row = {
    // Not in the order of the rows, so that a tie by report_id is none by row.
    ...{ report_id: `R${(nth * 3 + 1) % 4}-${id}`, child_id: report.as === 'own' ? id : aliasOf(id) },
    ...{ report_date: reportedOn, incident_date: incidentOn(report, reportedOn, days) },
    ...{ disposition: report.disposition, disposition_date: null, age_years: report.age },
    ...{ afcars_id: names[report.names], county: report.county },
    ...{ maltreatment_death: report.isDeath, unborn: report.isUnborn },
  };
  const echoes = report.echoes.map((_, at) => {
    const by = report.echoes.slice(0, at + 1).reduce((sum, step) => sum + step, 0);
    return { ...row, report_id: `${row.report_id}-${at}`, report_date: plusDays(reportedOn, by) };
  });
  return [row, ...echoes];
};

const visitRow = (
  id: string,
  { visited, edge, location }: AdversarialChild['visits'][number],
  days: OwnDays,
): Visit => {
  const on = days.at(visited);
  const firstOn = `${on.slice(0, 7)}-01`;
  const edges = { none: on, first: firstOn, last: plusDays(plusMonths(firstOn, 1), -1) };
  return { child_id: id, visit_date: edges[edge], location };
};

/** Day and instant of a moment that lies so many days after another. */
const moment = (
  from: Day | null,
  by: { days: number; at: string | null } | null,
): [Day | null, string | null] => {
  if (from === null || by === null) return [null, null];
  const on = plusDays(from, by.days);
  return [on, by.at === null ? null : `${on}${by.at}`];
};

const investigationRow = (reportId: string, row: AdversarialInvestigation, days: OwnDays): Investigation => {
  const dueOn = row.due && days.at(row.due.shift);
  const [completionDueOn, completionDueAt] = moment(dueOn, row.completionDue);
  const [contactOn, contactAt] = moment(dueOn, row.contact);
  const [completedOn, completedAt] = moment(completionDueOn ?? dueOn, row.completed);
  return {
    report_id: reportId,
    ...{ received_on: row.received && days.at(row.received), received_at: null },
    ...{ due_on: dueOn, due_at: dueOn !== null && row.due?.at ? `${dueOn}${row.due.at}` : null },
    ...{ first_contact_on: contactOn, first_contact_at: contactAt },
    ...{ completed_on: completedOn, completed_at: completedAt },
    ...{ completion_due_on: completionDueOn, completion_due_at: completionDueAt },
  };
};

export const rowsOfChild = (child: AdversarialChild, id: string, asOf: Day) => {
  const days = ownDaysOf(child.window, asOf);
  const children = childRows(id, child, days);
  const removals = child.removals.map((removal) => {
    const row = removalRow(id, removal, days);
    return { row, placements: placementRows(removal, row, { to: child.window.to, asOf }) };
  });
  const reports = child.reports.flatMap((report, nth) => reportRows(id, report, nth, days));
  return {
    children,
    removals: unique(removals, ({ row }) => row.removal_date),
    reports: unique(reports, ({ report_id, child_id }) => `${report_id} ${child_id}`),
    visits: child.visits.map((visit) => visitRow(id, visit, days)),
    investigations: child.investigations.map((row, nth) => investigationRow(`R${nth}-${id}`, row, days)),
  };
};
