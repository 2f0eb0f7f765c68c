/** C1: full months in care with a caseworker's visit, and of the visited ones those with one in the residence. */
import type { Day } from '../../app/platform/clock.ts';
import type { Fraction } from './breakdowns.ts';
import { type Counted, countedEpisode } from './counted.ts';
import { later, plusDays, plusMonths } from './days.ts';
import type { Episode } from './episode.ts';
import type { History } from './history.ts';

/** First days of the calendar months that lie in the window and have ended by as-of. */
type Reach = Pick<History, 'window' | 'lastOn'>;

const monthsIn = ({ window, lastOn }: Reach): Day[] => {
  const months: Day[] = [];
  let first = `${window.from.slice(0, 7)}-01`;
  if (first < window.from) first = plusMonths(first, 1);
  for (; plusDays(plusMonths(first, 1), -1) <= lastOn; first = plusMonths(first, 1)) months.push(first);
  return months;
};

const daysOfMonth = (first: Day): Day[] =>
  Array.from({ length: 31 }, (_, day) => plusDays(first, day)).filter((day) => day < plusMonths(first, 1));

const isInCareOn = (on: Day, episodes: readonly Episode[]): boolean =>
  episodes.some(
    ({ removedOn, endOn, eighteenOn }) =>
      removedOn <= on && on < eighteenOn && (endOn === null || on < endOn),
  );

/** A child's months go with the first episode in care in the window. */
const firstInWindow = (ofChild: readonly Episode[], { window, lastOn }: Reach): Episode | undefined =>
  ofChild.find(({ removedOn, endOn }) => removedOn <= lastOn && (endOn === null || endOn > window.from));

interface ChildMonth {
  readonly episode: Episode;
  readonly isVisited: boolean;
  readonly isVisitedAtHome: boolean;
}

const childMonths = ({ episodes, rows, ...reach }: History): ChildMonth[] => {
  const months = monthsIn(reach).map((first) => ({ first, days: daysOfMonth(first) }));
  const visitsByChild = Map.groupBy(rows.visits ?? [], ({ child_id }) => child_id);
  return [...episodes].flatMap(([childId, ofChild]) => {
    const visits = visitsByChild.get(childId) ?? [];
    const episode = firstInWindow(ofChild, reach);
    if (!episode) return [];
    return months
      .filter(({ days }) => days.every((day) => isInCareOn(day, ofChild)))
      .map(({ first }) => {
        const inMonth = visits.filter(({ visit_date }) => visit_date.startsWith(first.slice(0, 7)));
        const isVisitedAtHome = inMonth.some(({ location }) => location === 'residence');
        return { episode, isVisited: inMonth.length > 0, isVisitedAtHome };
      });
  });
};

export const monthlyVisits = (history: History): Counted[] =>
  childMonths(history).map(({ episode, isVisited }) =>
    countedEpisode(episode, later(episode.removedOn, history.window.from), Number(isVisited), 1),
  );

export const visitsInResidence = (history: History): Fraction => {
  const visited = childMonths(history).filter(({ isVisited }) => isVisited);
  return {
    numerator: visited.filter(({ isVisitedAtHome }) => isVisitedAtHome).length,
    denominator: visited.length,
  };
};
