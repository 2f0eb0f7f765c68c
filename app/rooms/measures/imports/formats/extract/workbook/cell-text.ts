/** What a cell of a workbook says, as text. */
import { dayOfNumber, readMoment } from '../day-format.ts';

export interface Book {
  readonly strings: readonly string[];
  readonly isDateStyle: readonly boolean[];
  /** Workbooks from old Macintoshes count days from 1904. */
  readonly countsFrom1904: boolean;
}

export interface RawCell {
  /** `s` shared text, `str` text of a formula, `inlineStr`, `b`, `e` error, `d` ISO date, `n` or nothing a number. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
  readonly formula: string | null;
}

const daysTo1904 = 1462;

const clock = (micros: number): string => new Date(micros / 1000).toISOString().slice(11, 19);

/** A number dressed as a date becomes the date, year first; times alone and days before 1900 stay numbers. */
const dateText = (value: string, { countsFrom1904 }: Book): string => {
  const serial = Number(value) + (countsFrom1904 ? daysTo1904 : 0);
  const moment = Number.isFinite(serial) ? readMoment(String(serial), 'excel-serial') : null;
  if (moment === null) return value;
  return moment.time === null ? dayOfNumber(moment.day) : `${dayOfNumber(moment.day)}T${clock(moment.time)}`;
};

/** Whole numbers without exponent or fraction. */
const numberText = (value: string): string => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? String(number) : value;
};

export const cellText = (cell: RawCell, book: Book): string => {
  const { type, style, value, inline, formula } = cell;
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'inlineStr') return inline;
  // A formula whose result was never saved shows itself; it is no value, and whoever reads the column says so.
  if (value === '') return formula === null || type === 'str' ? '' : `=${formula}`;
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'str' || type === 'e' || type === 'd') return value;
  return book.isDateStyle[style] === true ? dateText(value, book) : numberText(value);
};
