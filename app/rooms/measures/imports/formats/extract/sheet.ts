/** One table of an extract, wherever it comes from: a delimited text file, or a sheet of a workbook. */
import type { SourceFile } from '../format.ts';

export interface SheetRow {
  /** Line of the file, or row of the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Quotes that close nowhere or too early: what belongs to which cell cannot be told. */
  readonly isMisquoted?: boolean;
}

export interface Sheet {
  readonly file: SourceFile;
  /** The sheet's name in a workbook; null for a text file. */
  readonly sheet: string | null;
  /** A name for each column: those without one are named after their place, a second of one name gets a number. */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Said of the file as a whole when it is read: its encoding, names that were made up. */
  readonly remarks: readonly { readonly rule: string; readonly sentence: string }[];
  /** The rows after the header, in pieces; blank rows are none. Reads the file anew at each call. Throws `FileStop`. */
  rows(onBytes?: (bytes: number) => void): AsyncIterable<readonly SheetRow[]>;
}

/** How reports name it. */
export const sheetName = ({ file, sheet }: Pick<Sheet, 'file' | 'sheet'>): string =>
  sheet === null ? file.name : `${file.name}, sheet ${sheet}`;
