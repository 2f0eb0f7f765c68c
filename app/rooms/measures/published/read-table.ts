/** Reads one of the CSV files in data/ into rows by column name. They are small, ours and never change while we run. */
import { readFileSync } from 'node:fs';

export type TableRow = Readonly<Record<string, string>>;

const field = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;

const fieldsOf = (line: string): string[] =>
  [...line.matchAll(field)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');

/** `readTable('observed-by-state.csv')` */
export const readTable = (file: string): TableRow[] => {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = fieldsOf(header);
  return lines.map((line) => {
    const fields = fieldsOf(line);
    return Object.fromEntries(columns.map((column, place) => [column, fields[place] ?? '']));
  });
};

/** A blank cell is null: nothing was published. */
export const numberIn = (row: TableRow, column: string): number | null => {
  const text = row[column] ?? '';
  return text === '' ? null : Number(text);
};

export const textIn = (row: TableRow, column: string): string => row[column] ?? '';
