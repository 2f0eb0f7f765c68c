/** Days as whole numbers since 1970-01-01, and their texts from tables: the writers print tens of millions. */

export type DayNumber = number;
/** Months since year 0: 12 × year + month − 1. */
export type MonthNumber = number;

const msPerDay = 86_400_000;

export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Math.round(Date.UTC(year, month - 1, day) / msPerDay);

export const parseDay = (iso: string): DayNumber => Math.round(Date.parse(`${iso}T00:00:00Z`) / msPerDay);

const firstOn = dayNumber(1980, 1, 1);
const count = dayNumber(2046, 1, 1) - firstOn;
const isoTexts: string[] = [];
const compactTexts: string[] = [];
const usTexts: string[] = [];
const months = new Int32Array(count);
const daysOfMonth = new Uint8Array(count);

for (let at = 0; at < count; at++) {
  const iso = new Date((firstOn + at) * msPerDay).toISOString().slice(0, 10);
  const [year = '', month = '', day = ''] = iso.split('-');
  isoTexts.push(iso);
  compactTexts.push(year + month + day);
  usTexts.push(month + day + year);
  months[at] = Number(year) * 12 + Number(month) - 1;
  daysOfMonth[at] = Number(day);
}

const orBlank = (texts: readonly string[], day: DayNumber | null): string =>
  day === null ? '' : (texts[day - firstOn] ?? '');

/** `YYYY-MM-DD`, or blank for null. Days from 1980 to 2045. */
export const isoOf = (day: DayNumber | null): string => orBlank(isoTexts, day);
/** `YYYYMMDD` as AFCARS writes it, or blank. */
export const compactOf = (day: DayNumber | null): string => orBlank(compactTexts, day);
/** `mmddyyyy` as NCANDS writes it, or blank. */
export const usOf = (day: DayNumber | null): string => orBlank(usTexts, day);

export const monthOf = (day: DayNumber): MonthNumber => months[day - firstOn] ?? 0;
export const dayOfMonth = (day: DayNumber): number => daysOfMonth[day - firstOn] ?? 0;
export const yearOf = (day: DayNumber): number => Math.floor(monthOf(day) / 12);

export const firstDayOf = (month: MonthNumber): DayNumber =>
  dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);

/** The same day so many years later; 29 February becomes 28 February. */
export const yearsAfter = (day: DayNumber, years: number): DayNumber => {
  const month = monthOf(day) + 12 * years;
  return Math.min(firstDayOf(month) + dayOfMonth(day) - 1, firstDayOf(month + 1) - 1);
};

/** Completed years of age; negative before birth. */
export const ageInYears = (birth: DayNumber, day: DayNumber): number => {
  const years = Math.floor((monthOf(day) - monthOf(birth)) / 12);
  return monthOf(day) % 12 === monthOf(birth) % 12 && dayOfMonth(day) < dayOfMonth(birth) ? years - 1 : years;
};
