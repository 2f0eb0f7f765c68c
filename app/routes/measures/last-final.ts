/** The last final 12-month figure: the one that may be said without "so far". */
import type { Figure, MeasureDefinition, Window } from '../../rooms/measures/public.ts';

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const numbers = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)) - 1,
  Number(day.slice(8, 10)),
];

/** Twelve whole months that end with the month before `month` (0 = January) of `year`. */
const endingBefore = (year: number, month: number): Window => ({
  from: iso(year - 1, month, 1),
  to: iso(year, month, 0),
});

/** Newest 12-month window that is over by a day. */
export const newestOver = (day: string): Window => {
  const [year, month, date] = numbers(day);
  const isMonthEnd = iso(year, month + 1, 0) === iso(year, month, date);
  return endingBefore(year, isMonthEnd ? month + 1 : month);
};

/** The day up to which a window may reach so that its follow-up has ended by as-of. */
const reachOf = (definition: MeasureDefinition, asOf: string): string => {
  const [year, month, date] = numbers(asOf);
  const { months, days } = definition.followUp;
  const before = iso(
    year,
    month - months,
    Math.min(date, new Date(Date.UTC(year, month - months + 1, 0)).getUTCDate()),
  );
  const [y, m, d] = numbers(before);
  return iso(y, m, d - days);
};

const monthsBack = (window: Window, months: number): Window => {
  const [year, month] = numbers(window.from);
  return endingBefore(year + 1, month - months);
};

/**
 * Windows that may hold the last final figure, newest first: the newest whose follow-up is over, and earlier ones in
 * case reports of it are still pending.
 */
export const finalCandidates = (definition: MeasureDefinition, asOf: string): Window[] => {
  const newest = newestOver(reachOf(definition, asOf));
  const steps = definition.restsOnDispositions ? [0, 1, 2, 3, 6, 9, 12] : [0];
  return steps.map((months) => monthsBack(newest, months));
};

/** The last federal years whose follow-up is over, newest first: what is shown of a place to who sees no small cells. */
export const finalFederalYears = (definition: MeasureDefinition, asOf: string): Window[] => {
  const { to } = newestOver(reachOf(definition, asOf));
  const ended = Number(to.slice(0, 4)) - (to.slice(5) >= '09-30' ? 0 : 1);
  return [0, 1, 2].map((back) => endingBefore(ended - back, 9));
};

/** The first final one with a value; undefined where there is none. */
export const lastFinal = (figures: readonly Figure[]): Figure | undefined =>
  figures.find((figure) => figure.final && figure.value !== null);
