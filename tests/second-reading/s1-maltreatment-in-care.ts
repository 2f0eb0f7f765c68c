/** S1: victimizations per 100,000 days in foster care, summed over all the child's eligible episodes. */
import type { Report } from './case-rows.ts';
import { type Counted, countedEpisode } from './counted.ts';
import { daysBetween, isWithin, later, plusDays } from './days.ts';
import { type Episode, isTooShort } from './episode.ts';
import type { History } from './history.ts';
import { isVictim } from './victim.ts';

const isEligible = (episode: Episode, { window, lastOn }: History): boolean =>
  episode.removedOn <= lastOn &&
  (episode.endOn === null || episode.endOn >= window.from) &&
  episode.eighteenOn > window.from &&
  !isTooShort(episode);

const daysOf = ({ removedOn, endOn }: Episode, { window, lastOn }: History): number => {
  const endedOn = endOn !== null && endOn <= lastOn ? endOn : null;
  if (removedOn < window.from) {
    return endedOn === null ? daysBetween(window.from, lastOn) + 1 : daysBetween(window.from, endedOn);
  }
  return daysBetween(removedOn, endedOn ?? lastOn);
};

const happenedIn = ({ removedOn, endOn }: Episode, report: Report, history: History): boolean => {
  const { report_date: reportedOn, incident_date: incidentOn } = report;
  const { lastOn, asOf, window } = history;
  if (!isWithin(reportedOn, { from: window.from, to: lastOn })) return false;
  if (reportedOn < plusDays(removedOn, 7)) return false;
  if (endOn !== null && endOn <= lastOn && reportedOn >= endOn) return false;
  if (incidentOn === null) return true;
  return removedOn <= incidentOn && (endOn === null ? incidentOn <= asOf : incidentOn < endOn);
};

/** A report within 1 day of the last kept one is the same event. */
const eventsAmong = (reports: readonly Report[]): number => {
  const kept: string[] = [];
  for (const on of reports.map(({ report_date }) => report_date).sort()) {
    const last = kept.at(-1);
    if (last === undefined || daysBetween(last, on) > 1) kept.push(on);
  }
  return kept.length;
};

export const maltreatmentInCare = (history: History): Counted[] => {
  const { window, lastOn } = history;
  const victims = (history.rows.reports ?? []).filter(isVictim);
  return [...history.episodes].flatMap(([childId, ofChild]) => {
    const eligible = ofChild.filter((episode) => isEligible(episode, history));
    const [first] = eligible;
    const sum = eligible.reduce((days, episode) => days + daysOf(episode, history), 0);
    const days = Math.min(sum, daysBetween(window.from, lastOn) + 1);
    if (!first || days === 0) return [];
    const inCare = victims.filter(
      (report) =>
        report.afcars_id === childId && eligible.some((episode) => happenedIn(episode, report, history)),
    );
    return [countedEpisode(first, later(first.removedOn, window.from), eventsAmong(inCare), days)];
  });
};
