/** What is proposed to whoever says how an extract is read: guesses from names and values, settled by nobody yet. */
import { type DayFormat, dayOfNumber, readMomentOf } from '../formats/extract/day-format.ts';
import { guessValue } from '../formats/extract/guesses/guess-codes.ts';
import { guessColumns } from '../formats/extract/guesses/guess-columns.ts';
import { guessTable } from '../formats/extract/guesses/guess-table.ts';
import type { ColumnMapping } from '../formats/extract/mapping.ts';
import type { SheetProfile } from '../formats/extract/profile.ts';
import { type PackageFile, packageFiles } from '../formats/package/package-files.ts';

export const tableShape = (table: string): PackageFile | undefined =>
  packageFiles.find((file) => file.table === table);

export const proposedTables = (profile: SheetProfile): string[] => {
  const shape = guessTable(profile);
  return shape ? [shape.table] : [];
};

export const proposedColumns = (table: string, profile: SheetProfile): ColumnMapping[] => {
  const shape = tableShape(table);
  return shape ? guessColumns(shape, profile) : [];
};

/** Ours, empty for blank, undefined when a person must say. */
export const proposedCode = (table: string, name: string, value: string): string | undefined => {
  const column = tableShape(table)?.columns.find((one) => one.name === name);
  return column && guessValue(column, value);
};

/** The examples that can be read so, and as which day: `3/4/2025 is 2025-03-04`. */
export const daysAsRead = (examples: readonly string[], format: DayFormat): string[] =>
  examples.flatMap((example) => {
    const moment = readMomentOf(example, format);
    return moment === null ? [] : [`${example} is ${dayOfNumber(moment.day)}`];
  });
