/** Federal years, October to September: the periods in which everything that may be shown is shown. */
import type { Day } from '../../../../platform/clock.ts';
import type { Window } from '../figure.ts';
import { addMonths, windowFrom } from '../windows.ts';

export const isFederalYear = ({ from, to }: Window): boolean =>
  from.slice(5) === '10-01' && windowFrom(from).to === to;

/** The first day of the federal year a day is in. */
export const federalYearOf = (day: Day): Day => {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) >= '10' ? 0 : 1);
  return `${year}-10-01`;
};

/** The first federal year that begins on this day or after it. */
export const firstFederalYear = (day: Day): Day =>
  federalYearOf(day) === day ? day : addMonths(federalYearOf(day), 12);

/** How many whole months a window has that begins on a first day; null for one that begins or ends within a month. */
export const wholeMonths = (window: Window): number | null => {
  if (!window.from.endsWith('-01')) return null;
  const months = [1, 3, 12].find((count) => windowFrom(window.from, count).to === window.to);
  return months ?? null;
};
