/** The ways in which systems write days, and how each is read: one reading for the guess beforehand and for the import. */

export const dayFormats = [
  'year-first',
  'month-first',
  'day-first',
  'compact',
  'day-month-name',
  'month-name-day',
  'excel-serial',
] as const;

export type DayFormat = (typeof dayFormats)[number];

export interface Moment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Microseconds since midnight; null without a time, and at midnight, which is how a day without one is written. */
  readonly time: number | null;
}

type Parts = readonly [year: number, month: number, day: number];

const msPerDay = 86_400_000;
const microsPerDay = 86_400_000_000;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonthNames = new Map(
  ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'sept']
    .concat(['october', 'november', 'december'])
    .map((name) => [name, monthNames.indexOf(name.slice(0, 3)) + 1]),
);

const monthNamed = (name: string): number => {
  const lower = name.toLowerCase();
  return fullMonthNames.get(lower) ?? monthNames.indexOf(lower) + 1;
};

const time =
  '(?:[T ] ?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)? ?(?<half>[AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?)?';

const shape = (day: string): RegExp => new RegExp(`^${day}${time}$`);

const yearFirst = shape('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})');
const yearLast = shape('(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})');
const compact = shape('(\\d{4})(\\d{2})(\\d{2})');
const dayMonthName = shape('(\\d{1,2})[- /.]?([A-Za-z]{3,9})\\.?[- /.,]{0,2}(\\d{4})');
const monthNameDay = shape('([A-Za-z]{3,9})\\.?[- ](\\d{1,2}),?[- ](\\d{4})');
const serial = /^(\d{2,5})(\.\d+)?$/;

/** Excel counts a 29 February 1900 that never was: before March 1900 its numbers are off by one, and refused. */
const firstSerial = 61;
const lastSerial = 73_050;
const serialOf1970 = 25_569;

const numbers = ([, a, b, c]: RegExpExecArray): Parts => [Number(a), Number(b), Number(c)];

const partsBy: Readonly<
  Record<Exclude<DayFormat, 'excel-serial'>, [RegExp, (match: RegExpExecArray) => Parts]>
> = {
  'year-first': [yearFirst, numbers],
  'month-first': [yearLast, ([, month, day, year]) => [Number(year), Number(month), Number(day)]],
  'day-first': [yearLast, ([, day, month, year]) => [Number(year), Number(month), Number(day)]],
  compact: [compact, numbers],
  'day-month-name': [
    dayMonthName,
    ([, day, month, year]) => [Number(year), monthNamed(month ?? ''), Number(day)],
  ],
  'month-name-day': [
    monthNameDay,
    ([, month, day, year]) => [Number(year), monthNamed(month ?? ''), Number(day)],
  ],
};

const dayNumber = ([year, month, day]: Parts): number | null => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return month >= 1 && isReal ? at.getTime() / msPerDay : null;
};

/** Null when there is no time; undefined when it is none of the clock's. */
const timeOf = ({ groups = {} }: RegExpExecArray): number | null | undefined => {
  if (groups.hour === undefined) return null;
  const [minute, second] = [Number(groups.minute), Number(groups.second ?? 0)];
  const half = groups.half?.toLowerCase();
  const said = Number(groups.hour);
  if (half !== undefined && (said < 1 || said > 12)) return undefined;
  const hour = half === undefined ? said : (said % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (hour * 3600 + minute * 60 + second) * 1_000_000 || null;
};

const readSerial = (text: string): Moment | null => {
  const [, whole = '', part = ''] = serial.exec(text) ?? [];
  const days = Number(whole);
  if (whole === '' || days < firstSerial || days > lastSerial) return null;
  const seconds = Math.round((Number(part || 0) * microsPerDay) / 1_000_000);
  if (seconds === 86_400) return { day: days - serialOf1970 + 1, time: null };
  return { day: days - serialOf1970, time: seconds * 1_000_000 || null };
};

const readAs = (text: string, format: DayFormat): Moment | null => {
  if (format === 'excel-serial') return readSerial(text);
  const [pattern, partsOf] = partsBy[format];
  const match = pattern.exec(text);
  if (!match) return null;
  const day = dayNumber(partsOf(match));
  const clock = timeOf(match);
  return day === null || clock === undefined ? null : { day, time: clock };
};

/** Null when the text is no day of the calendar written so. A year with two digits is none: its century is a guess. */
export const readMoment = (text: string, format: DayFormat): Moment | null => readAs(text, format);

/**
 * As the import reads a cell: in the column's format, or year first, which nobody mistakes and which is how the date
 * cells of a workbook come.
 */
export const readMomentOf = (text: string, format: DayFormat): Moment | null =>
  readAs(text, format) ?? (format === 'year-first' ? null : readAs(text, 'year-first'));

/** `2025-12-31` of a day's number. */
export const dayOfNumber = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);
