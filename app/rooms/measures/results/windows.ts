/** Windows: 12 months from any day, federal ones by name, and a row of months or quarters. */
import type { Day } from '../../../platform/clock.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { Window } from './figure.ts';

export type Rhythm = 'month' | 'quarter';

const iso = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const partsOf = (day: Day): [year: number, month: number, day: number] => {
  const [year, month, date] = day.split('-').map(Number);
  return [year ?? Number.NaN, month ?? Number.NaN, date ?? Number.NaN];
};

/** The same day number so many months later; the month's last day where it has none (Jan 31 + 1 = Feb 28). */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = partsOf(day);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(year, month + months, Math.min(date, lastOfMonth));
};

export const addDays = (day: Day, days: number): Day => {
  const [year, month, date] = partsOf(day);
  return iso(year, month, date + days);
};

/** A day of the calendar from 1900 to 2199: nobody's records tell of others. */
export const isDay = (text: string): boolean =>
  /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text) && addDays(text, 0) === text;

/** A window of so many months: from its first day S to S + months − 1 day. */
export const windowFrom = (from: Day, months = 12): Window => ({
  from,
  to: addDays(addMonths(from, months), -1),
});

const federal = (name: string): Window | null => {
  const match = /^(\d\d)([AB])(\d\d)([AB])$/i.exec(name);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const halves = `${match[2]}${match[4]}`.toUpperCase();
  if (halves === 'AB' && first === second) return windowFrom(iso(1999 + first, 10, 1));
  if (halves === 'BA' && second === first + 1) return windowFrom(iso(2000 + first, 4, 1));
  return null;
};

/** `23A23B` (Oct 2022 to Sep 2023), `23B24A` (Apr 2023 to Mar 2024), or the first day of 12 months. */
export const parseWindow = (text: string): Window => {
  const window = federal(text) ?? (isDay(text) ? windowFrom(text) : null);
  if (window) return window;
  throw new Invalid(
    `"${text}" is not a window.`,
    'Give a federal window such as 23A23B or 23B24A, or the first day of 12 months as YYYY-MM-DD.',
  );
};

const monthsIn: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3 };

const firstOf = (day: Day, rhythm: Rhythm): Day => {
  const [year, month] = partsOf(day);
  const length = monthsIn[rhythm];
  return iso(year, month - ((month - 1) % length), 1);
};

/** Every calendar month or quarter that holds a day from `from` to `to`, both included. */
export const windowsBetween = (rhythm: Rhythm, from: Day, to: Day): Window[] => {
  const windows: Window[] = [];
  for (let first = firstOf(from, rhythm); first <= to; first = addMonths(first, monthsIn[rhythm])) {
    windows.push(windowFrom(first, monthsIn[rhythm]));
  }
  return windows;
};

/** 12-month windows that begin on the first of each month from `from` to `to`; federal ones are among them. */
export const rollingWindows = (from: Day, to: Day): Window[] =>
  windowsBetween('month', from, to).map((month) => windowFrom(month.from));

/** `23A23B` where the window is a federal one. */
export const federalName = ({ from, to }: Window): string | null => {
  if (windowFrom(from).to !== to) return null;
  const [year, month, day] = partsOf(from);
  if (day !== 1) return null;
  const two = (full: number): string => String(full % 100).padStart(2, '0');
  if (month === 10) return `${two(year + 1)}A${two(year + 1)}B`;
  if (month === 4) return `${two(year)}B${two(year + 1)}A`;
  return null;
};
