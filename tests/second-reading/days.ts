/** Days as ISO strings, which compare in their own order. */
import type { Day } from '../../app/platform/clock.ts';

const day = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const plusDays = (from: Day, days: number): Day => day(Date.parse(from) + days * 86_400_000);

/** The same day of the month so many months later, or that month's last day. */
export const plusMonths = (from: Day, months: number): Day => {
  const [year, month, date] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(from.slice(8))];
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return day(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
};

/** Feb 29 becomes Feb 28. */
export const plusYears = (from: Day, years: number): Day => plusMonths(from, 12 * years);

export const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

export const later = (one: Day, other: Day): Day => (one < other ? other : one);

/** From the first day to the last, both included. */
export const isWithin = (on: Day, { from, to }: { from: Day; to: Day }): boolean => from <= on && on <= to;
