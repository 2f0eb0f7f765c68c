/** What each kind of cell may hold, as SQL: how it is read, and which texts cannot be read. */
import { quoted } from '../../../../../platform/analytics/duckdb.ts';
import type { FileColumn } from './package-files.ts';

export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const listOf = (codes: readonly string[]): string => codes.map(quoted).join(', ');

/** Of a VARCHAR column: true where the text is there and cannot be read. */
export const unreadable = ({ name, kind, type, codes }: FileColumn): string | null => {
  const cell = sqlName(name);
  if (kind === 'date') return `${cell} IS NOT NULL AND TRY_CAST(${cell} AS DATE) IS NULL`;
  if (kind === 'moment') return `${cell} IS NOT NULL AND TRY_CAST(${cell} AS TIMESTAMP) IS NULL`;
  if (kind === 'code') return `${cell} NOT IN (${listOf(codes)})`;
  if (kind === 'flag') return `${cell} NOT IN ('0', '1')`;
  if (kind === 'integer')
    return `NOT regexp_full_match(${cell}, '[0-9]+') OR (${cell} IS NOT NULL AND TRY_CAST(${cell} AS ${type}) IS NULL)`;
  return null;
};

/** A VARCHAR column as its canonical columns; what cannot be read becomes null. */
export const readLeniently = (column: FileColumn): string => {
  const { name, kind, type, codes } = column;
  const cell = sqlName(name);
  if (kind === 'text') return `${cell}`;
  if (kind === 'code') return `CASE WHEN ${cell} IN (${listOf(codes)}) THEN ${cell} END AS ${cell}`;
  if (kind === 'flag') return `CASE ${cell} WHEN '1' THEN true WHEN '0' THEN false END AS ${cell}`;
  if (kind === 'moment') return momentAsDayAndInstant(name);
  return `TRY_CAST(${cell} AS ${type}) AS ${cell}`;
};

/** `received_at` gives `received_on` and, where the text carries a time, `received_at`. */
const momentAsDayAndInstant = (name: string): string => {
  const cell = sqlName(name);
  const instant = `TRY_CAST(${cell} AS TIMESTAMP)`;
  const hasTime = `regexp_matches(${cell}, '[0-9][T ][0-9]')`;
  return `CAST(${instant} AS DATE) AS ${sqlName(dayOfMoment(name))}, CASE WHEN ${hasTime} THEN ${instant} END AS ${cell}`;
};

export const dayOfMoment = (name: string): string => name.replace(/_at$/, '_on');

/** The type the CSV reader is told in the strict reading: it refuses a row with any other text. */
export const strictType = ({ kind, type, codes }: FileColumn): string => {
  if (kind === 'code') return `ENUM(${listOf(codes)})`;
  if (kind === 'flag') return `ENUM('0', '1')`;
  return kind === 'date' ? type : 'VARCHAR';
};

/** A column of the strict reading as its canonical column. Fails on what the reader let through. */
export const readStrictly = (column: FileColumn): string => {
  const { name, kind, type } = column;
  const cell = sqlName(name);
  if (kind === 'flag') return `${cell} = '1' AS ${cell}`;
  if (kind === 'integer')
    return `CASE WHEN ${unreadable(column)} THEN error('unreadable') ELSE CAST(${cell} AS ${type}) END AS ${cell}`;
  return cell;
};

const words: Readonly<Record<FileColumn['kind'], { rule: string; sentence: string }>> = {
  date: {
    rule: 'date-unreadable',
    sentence: 'This is not a date of the calendar. Dates are written YYYY-MM-DD.',
  },
  moment: {
    rule: 'date-unreadable',
    sentence: 'This is not a date or a time. They are written YYYY-MM-DD or YYYY-MM-DDTHH:MM.',
  },
  code: { rule: 'code-unknown', sentence: 'This is not one of the values that the column may hold.' },
  flag: { rule: 'flag-unknown', sentence: 'This is neither 1, 0 nor blank.' },
  integer: { rule: 'number-unreadable', sentence: 'This is not a whole number.' },
  text: { rule: 'text-unreadable', sentence: 'This cannot be read.' },
};

/** Rule and sentence for a cell that cannot be read, with what becomes of it. */
export const unreadableInWords = ({
  kind,
  codes,
  isNeeded,
}: FileColumn): { rule: string; sentence: string } => {
  const { rule, sentence } = words[kind];
  const choices = codes.length > 0 ? ` They are: ${codes.join(', ')}.` : '';
  return {
    rule,
    sentence: `${sentence}${choices} ${isNeeded ? 'The row is set aside.' : 'It is read as blank.'}`,
  };
};
