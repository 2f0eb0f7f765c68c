/** A delimited Child File: the header with the standard names, and its lines cut into fields. */
import { splitLine } from '../reading/delimited-line.ts';
import { FileStop } from '../reading/file-stop.ts';
import { fieldNamed, type NcandsField, type NcandsRow, ncandsFields, requiredFields } from './fields.ts';

export interface Header {
  readonly delimiter: string;
  readonly width: number;
  /** Where each field that is read stands in the line. */
  readonly places: ReadonlyMap<NcandsField, number>;
}

const delimiters = [',', '\t', '|', ';'];

const placesIn = (cells: readonly string[]): Map<NcandsField, number> => {
  const places = new Map<NcandsField, number>();
  for (const [index, cell] of cells.entries()) {
    const field = fieldNamed(cell);
    if (field !== undefined && !places.has(field)) places.set(field, index);
  }
  return places;
};

/** The header, when the line is one: it names the report and the child. */
export const findHeader = (line: string): Header | null => {
  for (const delimiter of delimiters) {
    const cells = splitLine(line, delimiter);
    if (cells === null || cells.length < 3) continue;
    const places = placesIn(cells);
    if (places.has('RptID') && places.has('ChID')) return { delimiter, width: cells.length, places };
  }
  return null;
};

/** @throws FileStop when a column is missing without which the file means nothing. */
export const checkHeader = (header: Header): void => {
  const missing = requiredFields.filter((field) => !header.places.has(field));
  if (missing.length === 0) return;
  throw new FileStop({
    rule: 'column-missing',
    line: 1,
    column: missing[0] ?? null,
    sentence: `The header has no ${missing.join(', ')}. A delimited Child File needs the standard NCANDS names.`,
  });
};

export const rowOf = (cells: readonly string[], { places }: Header): NcandsRow => {
  const row: Partial<Record<NcandsField, string>> = {};
  for (const field of ncandsFields) {
    const place = places.get(field);
    row[field] = place === undefined ? '' : (cells[place] ?? '').trim();
  }
  return row as NcandsRow;
};
