/** What stands in the columns of a sheet: what a guess is made from, and what a person is shown to decide by. */
import { z } from 'zod';
import type { ProblemCollector } from '../../problem-collector.ts';
import { plainCell } from './cell-readers.ts';
import { type DayFormat, dayFormats, readMoment } from './day-format.ts';
import { rowsOf } from './open-sheets.ts';
import type { Sheet } from './sheet.ts';

const count = z.number().int();

const columnProfileShape = z.object({
  name: z.string(),
  /** Cells with something in them. */
  filled: count,
  /** Every value with its count, the most frequent first; null when there are too many to be codes. */
  distinct: z.array(z.object({ value: z.string(), count })).nullable(),
  /** The first different values. */
  examples: z.array(z.string()),
  /** How many values each way of writing days can read. */
  days: z.partialRecord(z.enum(dayFormats), count),
  /** How many both orders of day and month can read: they tell nothing about the order. */
  eitherOrder: count,
});

export const sheetProfileShape = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  headerLine: count,
  rows: count,
  columns: z.array(columnProfileShape),
  remarks: z.array(z.string()),
  /** For the preview. */
  firstRows: z.array(z.array(z.string())),
});

export type ColumnProfile = z.infer<typeof columnProfileShape>;
export type SheetProfile = z.infer<typeof sheetProfileShape>;

/** More different values are no list of codes. */
const mostCodes = 300;
const mostRemembered = 5000;
const longestCode = 200;
const shownExamples = 4;
const shownRows = 8;
const longestDay = 40;

interface Tally {
  readonly name: string;
  filled: number;
  counts: Map<string, number> | null;
  readonly examples: string[];
  readonly days: Map<DayFormat, number>;
  eitherOrder: number;
  readonly remembered: Map<string, readonly DayFormat[]>;
}

const newTally = (name: string): Tally => ({
  ...{ name, filled: 0, counts: new Map(), examples: [], days: new Map(), eitherOrder: 0 },
  remembered: new Map(),
});

const formatsOf = (text: string): readonly DayFormat[] =>
  text.length > longestDay || !/\d/.test(text)
    ? []
    : dayFormats.filter((format) => readMoment(text, format) !== null);

const addDays = (tally: Tally, text: string): void => {
  const formats = tally.remembered.get(text) ?? formatsOf(text);
  if (tally.remembered.size < mostRemembered) tally.remembered.set(text, formats);
  for (const format of formats) tally.days.set(format, (tally.days.get(format) ?? 0) + 1);
  if (formats.includes('month-first') && formats.includes('day-first')) tally.eitherOrder += 1;
};

const add = (tally: Tally, cell: string): void => {
  const text = plainCell(cell);
  if (text === '') return;
  tally.filled += 1;
  if (tally.examples.length < shownExamples && !tally.examples.includes(text.slice(0, 80)))
    tally.examples.push(text.slice(0, 80));
  addDays(tally, text);
  if (tally.counts === null) return;
  tally.counts.set(text, (tally.counts.get(text) ?? 0) + 1);
  if (tally.counts.size > mostCodes || text.length > longestCode) tally.counts = null;
};

const distinctOf = ({ counts }: Tally): ColumnProfile['distinct'] =>
  counts &&
  [...counts]
    .map(([value, times]) => ({ value, count: times }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

const profileOf = (tally: Tally): ColumnProfile => ({
  ...{ name: tally.name, filled: tally.filled, distinct: distinctOf(tally), examples: tally.examples },
  ...{ days: Object.fromEntries(tally.days), eitherOrder: tally.eitherOrder },
});

/** Looks at every row. What makes the file unreadable stops, as in an import. */
export const profileSheet = async (sheet: Sheet, problems: ProblemCollector): Promise<SheetProfile> => {
  const tallies = sheet.header.map(newTally);
  const firstRows: string[][] = [];
  let rows = 0;
  for await (const some of rowsOf(sheet, problems))
    for (const { cells } of some) {
      rows += 1;
      if (rows <= shownRows) firstRows.push(cells.map((cell) => cell.slice(0, longestCode)));
      for (const [index, tally] of tallies.entries()) add(tally, cells[index] ?? '');
    }
  return {
    ...{ file: sheet.file.name, sheet: sheet.sheet, headerLine: sheet.headerLine, rows },
    columns: tallies.map(profileOf),
    remarks: sheet.remarks.map(({ sentence }) => sentence),
    firstRows,
  };
};

const joinDistinct = (
  a: ColumnProfile['distinct'],
  b: ColumnProfile['distinct'],
): ColumnProfile['distinct'] => {
  if (a === null || b === null) return null;
  const counts = new Map(a.map(({ value, count: times }) => [value, times]));
  for (const { value, count: times } of b) counts.set(value, (counts.get(value) ?? 0) + times);
  return counts.size > mostCodes ? null : distinctOf({ ...newTally(''), counts });
};

const joinDays = (a: ColumnProfile['days'], b: ColumnProfile['days']): ColumnProfile['days'] =>
  Object.fromEntries(dayFormats.map((format) => [format, (a[format] ?? 0) + (b[format] ?? 0)]));

/** Two parts of one table, with the same columns, seen as one. */
export const joinProfiles = (a: SheetProfile, b: SheetProfile): SheetProfile => ({
  ...a,
  rows: a.rows + b.rows,
  columns: a.columns.map((column, index) => {
    const other = b.columns[index];
    if (!other) return column;
    return {
      name: column.name,
      filled: column.filled + other.filled,
      distinct: joinDistinct(column.distinct, other.distinct),
      examples: [...new Set([...column.examples, ...other.examples])].slice(0, shownExamples),
      days: joinDays(column.days, other.days),
      eitherOrder: column.eitherOrder + other.eitherOrder,
    };
  }),
});
