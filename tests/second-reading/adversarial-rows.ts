/** From the histories of children to the rows of one package; of rows with one key the first stays. */
import type { Day } from '../../app/platform/clock.ts';
import type {
  AdversarialChild,
  AdversarialInvestigation,
  AdversarialRemoval,
  AdversarialReport,
} from './adversarial-child.ts';
import { dayFrom } from './adversarial-days.ts';
import type {
  CaseRows,
  Child,
  Investigation,
  Placement,
  Population,
  Removal,
  Report,
  Visit,
} from './case-rows.ts';
import { isWithin, plusDays, plusMonths } from './days.ts';

const unique = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [
  ...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values(),
];

const childRow = (id: string, child: AdversarialChild, birth: AdversarialChild['birth']): Child => {
  const [native, asian, black, islander, white] = child.races;
  return {
    child_id: id,
    birth_date: birth && plusMonths(dayFrom(child.days, birth.shift), birth.months),
    sex: child.sex,
    american_indian_alaska_native: native ?? null,
    asian: asian ?? null,
    black: black ?? null,
    native_hawaiian_pacific_islander: islander ?? null,
    white: white ?? null,
    hispanic: child.hispanic,
    tribal_nation: null,
  };
};

const aliasOf = (id: string): string => `${id}x`;

const childRows = (id: string, child: AdversarialChild): Child[] => [
  ...(child.hasRow ? [childRow(id, child, child.birth)] : []),
  ...(child.aliasHasRow ? [childRow(aliasOf(id), child, child.aliasBirth)] : []),
];

const removalRow = (id: string, { days }: AdversarialChild, removal: AdversarialRemoval): Removal => {
  const removedOn = dayFrom(days, removal.removed);
  const { discharge } = removal;
  const leftOn =
    typeof discharge === 'number' ? plusDays(removedOn, discharge) : discharge && dayFrom(days, discharge);
  return {
    child_id: id,
    removal_date: removedOn,
    discharge_date: leftOn,
    discharge_reason: removal.reason,
    county: removal.county,
    unit: removal.unit,
    sibling_group_id: null,
    removal_recorded_at: null,
    discharge_recorded_at: null,
    placement_settings: removal.settings,
    trial_home_visit_from: removal.visitFrom === null ? null : plusDays(removedOn, removal.visitFrom),
    dropped_after: leftOn === null ? removal.droppedAfter : null,
  };
};

const placementRows = (removal: AdversarialRemoval, row: Removal): Placement[] =>
  removal.placements.map(({ fromDischarge, days, setting, provider }) => ({
    child_id: row.child_id,
    removal_date: row.removal_date,
    start_date: plusDays((fromDischarge ? row.discharge_date : null) ?? row.removal_date, days),
    setting,
    provider_id: provider,
  }));

const incidentOn = (report: AdversarialReport, reportedOn: Day, days: readonly Day[]): Day | null => {
  const { incident } = report;
  return typeof incident === 'number' ? plusDays(reportedOn, incident) : incident && dayFrom(days, incident);
};

const reportRow = (
  id: string,
  { days }: AdversarialChild,
  report: AdversarialReport,
  nth: number,
): Report => {
  const reportedOn = dayFrom(days, report.reported);
  return {
    // Not in the order of the children: ties by report_id are not ties by row.
    report_id: `R${(nth * 7) % 5}-${id}`,
    child_id: report.as === 'own' ? id : aliasOf(id),
    report_date: reportedOn,
    disposition: report.disposition,
    incident_date: incidentOn(report, reportedOn, days),
    disposition_date: null,
    afcars_id: { child: id, nobody: `${id}-nobody`, blank: null }[report.names] ?? null,
    age_years: report.age,
    maltreatment_death: report.isDeath,
    unborn: report.isUnborn,
    county: report.county,
  };
};

const visitRows = (id: string, { days, visits }: AdversarialChild): Visit[] =>
  visits.map(({ visited, edge, location }) => {
    const on = dayFrom(days, visited);
    const firstOn = `${on.slice(0, 7)}-01`;
    const edges = { none: on, first: firstOn, last: plusDays(plusMonths(firstOn, 1), -1) };
    return { child_id: id, visit_date: edges[edge], location };
  });

/** Day and instant of a moment that lies so many days after another. */
const moment = (
  from: Day | null,
  of: { days: number; at: string | null } | null,
): [Day | null, string | null] => {
  if (from === null || of === null) return [null, null];
  const on = plusDays(from, of.days);
  return [on, of.at === null ? null : `${on}${of.at}`];
};

const investigationRow = (
  reportId: string,
  days: readonly Day[],
  row: AdversarialInvestigation,
): Investigation => {
  const dueOn = row.due && dayFrom(days, row.due.shift);
  const [completionDueOn, completionDueAt] = moment(dueOn, row.completionDue);
  const [contactOn, contactAt] = moment(dueOn ?? days[0] ?? null, row.contact);
  const [completedOn, completedAt] = moment(completionDueOn ?? dueOn, row.completed);
  return {
    report_id: reportId,
    ...{ received_on: row.received && dayFrom(days, row.received), received_at: null },
    ...{ due_on: dueOn, due_at: dueOn !== null && row.due?.at ? `${dueOn}${row.due.at}` : null },
    ...{ first_contact_on: contactOn, first_contact_at: contactAt },
    ...{ completed_on: completedOn, completed_at: completedAt },
    ...{ completion_due_on: completionDueOn, completion_due_at: completionDueAt },
  };
};

const rowsOfChild = (child: AdversarialChild, index: number) => {
  const id = `C${index}`;
  const removals = child.removals.map((removal) => {
    const row = removalRow(id, child, removal);
    return { row, placements: placementRows(removal, row) };
  });
  return {
    children: childRows(id, child),
    removals: unique(removals, ({ row }) => row.removal_date),
    reports: unique(
      child.reports.map((report, nth) => reportRow(id, child, report, nth)),
      ({ report_id, child_id }) => `${report_id} ${child_id}`,
    ),
    visits: visitRows(id, child),
    investigations: child.investigations.map((row, nth) =>
      investigationRow(`R${nth}-${id}`, child.days, row),
    ),
  };
};

const filler = (id: string, reportedOn: Day, disposition: string): Report => ({
  ...{ report_id: id, child_id: id, report_date: reportedOn, disposition, age_years: null, county: null },
  ...{ incident_date: null, disposition_date: null, afcars_id: null, maltreatment_death: null, unborn: null },
});

/**
 * Only so many reports pending that from 2022-10-01 to 2024-09-30 (S2's window and follow-up) they are one in
 * a hundred, give or take one report.
 */
const withPendingShare = (reports: readonly Report[], offBy: number): Report[] => {
  const disposed = reports.map((report) =>
    report.disposition === 'pending' ? { ...report, disposition: 'closed_no_finding' } : report,
  );
  const inReach = { from: '2022-10-01', to: '2024-09-30' };
  const count = disposed.filter(({ report_date }) => isWithin(report_date, inReach)).length;
  const pending = Math.ceil((count + 2) / 99);
  const others = Math.max(0, 100 * pending - pending - count + offBy);
  return [
    ...disposed,
    ...Array.from({ length: pending }, (_, nth) => filler(`P${nth}`, '2024-09-30', 'pending')),
    ...Array.from({ length: others }, (_, nth) => filler(`F${nth}`, '2022-10-01', 'unsubstantiated')),
  ];
};

export interface Surroundings {
  /** Files that are absent. */
  readonly lacks: readonly ('placements' | 'reports' | 'visits' | 'investigations' | 'population')[];
  readonly years: readonly number[];
  /** Reports more or fewer than a hundred to each pending one; null leaves the pending ones as they come. */
  readonly offBy: number | null;
}

const population = (years: readonly number[]): Population[] =>
  years.flatMap((year) =>
    ['Alder', 'Cedar', null].flatMap((county) =>
      ['0-3 months', '17', null].map((age_group, nth) => ({
        ...{ county, year, age_group, children: (year % 100) + nth },
        race_ethnicity: ['white', 'hispanic', null][nth] ?? null,
      })),
    ),
  );

export const adversarialRows = (
  children: readonly AdversarialChild[],
  { lacks, years, offBy }: Surroundings,
): CaseRows => {
  const all = children.map(rowsOfChild);
  const reports = all.flatMap((child) => child.reports);
  const removals = all.flatMap((child) => child.removals);
  const held = <T>(file: Surroundings['lacks'][number], rows: T[]): T[] | null =>
    lacks.includes(file) ? null : rows;
  return {
    children: all.flatMap((child) => child.children),
    removals: removals.map(({ row }) => row),
    placements: held(
      'placements',
      removals.flatMap(({ placements }) => unique(placements, ({ start_date }) => start_date)),
    ),
    reports: held('reports', offBy === null ? reports : withPendingShare(reports, offBy)),
    visits: held(
      'visits',
      all.flatMap((child) => child.visits),
    ),
    investigations: held(
      'investigations',
      all.flatMap((child) => child.investigations),
    ),
    population: held('population', population(years)),
  };
};
