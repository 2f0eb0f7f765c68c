/** C1: full months in care with a caseworker's visit, and of the visited ones those with one in the residence. */
import type { Day } from '../../app/platform/clock.ts';
import type { Fraction } from './breakdowns.ts';
import { plusDays, plusMonths } from './days.ts';
import type { Episode } from './episode.ts';
import type { History } from './history.ts';

/** First days of the calendar months that lie in the window and have ended by as-of. */
const monthsIn = ({ window, lastOn }: Pick<History, 'window' | 'lastOn'>): Day[] => {
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

interface ChildMonth {
  readonly isVisited: boolean;
  readonly isVisitedAtHome: boolean;
}

const childMonths = ({ episodes, rows, ...history }: History): ChildMonth[] => {
  const months = monthsIn(history).map((first) => ({ first, days: daysOfMonth(first) }));
  return [...episodes].flatMap(([childId, ofChild]) => {
    const visits = (rows.visits ?? []).filter(({ child_id }) => child_id === childId);
    return months
      .filter(({ days }) => days.every((day) => isInCareOn(day, ofChild)))
      .map(({ first }) => {
        const inMonth = visits.filter(({ visit_date }) => visit_date.startsWith(first.slice(0, 7)));
        const isVisitedAtHome = inMonth.some(({ location }) => location === 'residence');
        return { isVisited: inMonth.length > 0, isVisitedAtHome };
      });
  });
};

export const monthlyVisits = (history: History): Fraction => {
  const months = childMonths(history);
  return { numerator: months.filter(({ isVisited }) => isVisited).length, denominator: months.length };
};

export const visitsInResidence = (history: History): Fraction => {
  const visited = childMonths(history).filter(({ isVisited }) => isVisited);
  return {
    numerator: visited.filter(({ isVisitedAtHome }) => isVisitedAtHome).length,
    denominator: visited.length,
  };
};
