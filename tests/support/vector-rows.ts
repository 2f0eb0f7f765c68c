/** The rows of a test vector's CSV file, as the engine would give them. */
import { readFileSync } from 'node:fs';
import type { Row } from '../../app/platform/analytics/duckdb.ts';
import { type CanonicalTable, canonicalTables } from '../../app/rooms/measures/imports/canonical.ts';

const vectors = new URL('../vectors/indicators/', import.meta.url);

/** Absolute path of a file of the vectors. */
export const vectorPath = (path: string): string => new URL(path, vectors).pathname;

const cellOf = (text: string, type: string | undefined): unknown => {
  if (text === '') return null;
  if (type === 'BOOLEAN') return text === '1';
  if (type === 'SMALLINT' || type === 'INTEGER') return Number(text);
  return text;
};

/** Blank is null; numbers and flags by the canonical type. The vectors hold no quotes. */
export const vectorRows = (path: string, table: CanonicalTable): Row[] => {
  const [header = '', ...lines] = readFileSync(vectorPath(path), 'utf8').trimEnd().split(/\r?\n/);
  const names = header.split(',');
  const types: Record<string, string> = canonicalTables[table];
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cellOf(cells[index] ?? '', types[name])]));
  });
};

/** Rows cut to the given columns and put in one order, so that two sets can be compared. */
export const inOrder = (rows: readonly Row[], columns: readonly string[]): string[] =>
  rows.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null))).sort();
