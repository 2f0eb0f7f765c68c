/** S2's children, which H2 and H4 share: each child's first report of the window that may begin a follow-up. */
import type { Day } from '../../app/platform/clock.ts';
import type { Child, Report } from './case-rows.ts';
import { ageBandOn, type Counted, yearsBand } from './counted.ts';
import { isWithin, plusYears } from './days.ts';
import type { History } from './history.ts';
import { isVictim } from './victim.ts';

export interface Initial {
  readonly report: Report;
  /** All the child's reports of the same kind, the earliest first; the initial one is among them. */
  readonly all: readonly Report[];
}

const bornOnOf = ({ child_id, afcars_id }: Report, { children }: History): Day | null =>
  children.get(child_id)?.birth_date ?? children.get(afcars_id ?? '')?.birth_date ?? null;

const mayBeInitial = (report: Report, history: History): boolean => {
  const bornOn = bornOnOf(report, history);
  if (report.unborn === true) return false;
  if (bornOn !== null) return bornOn <= report.report_date && report.report_date < plusYears(bornOn, 18);
  return report.age_years !== null && report.age_years > 0 && report.age_years < 18;
};

const initialsAmong = (history: History, counts: (report: Report) => boolean): Initial[] =>
  [...history.reports.values()].flatMap((ofChild) => {
    const all = ofChild.filter(counts);
    const report = all.find((one) => isWithin(one.report_date, history.window) && mayBeInitial(one, history));
    return report ? [{ report, all }] : [];
  });

/** Of any disposition, pending too. */
export const firstReports = (history: History): Initial[] => initialsAmong(history, () => true);

/** A child whose initial report is a maltreatment death is out. */
export const initialVictimReports = (history: History): Initial[] =>
  initialsAmong(history, isVictim).filter(({ report }) => report.maltreatment_death !== true);

const childOf = ({ child_id, afcars_id }: Report, { children }: History): Child | undefined =>
  children.get(child_id) ?? children.get(afcars_id ?? '');

/** Counted under the initial report's county and the child's age on that day. */
export const countedReport = ({ report }: Initial, history: History, isCounted: boolean): Counted => {
  const bornOn = bornOnOf(report, history);
  return {
    ...{ numerator: Number(isCounted), denominator: 1, child: childOf(report, history) },
    ...{ county: report.county, unit: null },
    age: bornOn === null ? yearsBand(report.age_years ?? 0) : ageBandOn(bornOn, report.report_date),
  };
};
