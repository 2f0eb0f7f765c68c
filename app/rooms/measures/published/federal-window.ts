/** The windows of the published tables, which name them in four ways. A file ends on March 31, B on September 30. */
import type { Day } from '../../../platform/clock.ts';
import { Invalid } from '../../../platform/errors.ts';

export interface Window {
  readonly from: Day;
  readonly to: Day;
}

const yearOf = (twoDigits: string): number => 2000 + Number(twoDigits);

const federalYear = (year: number): Window => ({ from: `${year - 1}-10-01`, to: `${year}-09-30` });

/**
 * The 12 months in which children entered, were in care, left or were found to be victims:
 * `23B24A` → April 2023 to March 2024; `23A23B,FY2023` and `23AB_FY23` → federal year 2023; `FY23-24` and `FY2023-2024`
 * (recurrence, named after both years it looks at) → the first of the two. Throws Invalid for any other name.
 */
export const windowOfPeriod = (period: string): Window => {
  const halves = /^(\d\d)([AB])(\d\d)([AB])/.exec(period);
  if (halves) {
    const [, year = '', half] = halves;
    return half === 'A'
      ? federalYear(yearOf(year))
      : { from: `${yearOf(year)}-04-01`, to: `${yearOf(year) + 1}-03-31` };
  }
  const year = /^(\d\d)AB_FY\d\d$/.exec(period)?.[1] ?? /^FY(?:20)?(\d\d)-(?:20)?\d\d$/.exec(period)?.[1];
  if (!year) throw new Invalid(`The published tables name a window that is not known: ${period}.`);
  return federalYear(yearOf(year));
};
