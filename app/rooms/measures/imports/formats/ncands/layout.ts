/** Where the fields of a fixed-width Child File stand. A table (`name,start,width`), because it differs by year. */
import { readFileSync } from 'node:fs';
import { FileStop } from '../reading/file-stop.ts';
import { fieldNamed, type NcandsField, type NcandsRow, ncandsFields, requiredFields } from './fields.ts';

export interface LayoutField {
  readonly name: string;
  /** From 1, as the federal tables count. */
  readonly start: number;
  readonly width: number;
}

export interface Layout {
  readonly name: string;
  readonly fields: readonly LayoutField[];
}

const layoutStop = (name: string, line: number | null, sentence: string): FileStop =>
  new FileStop({
    rule: 'layout-unreadable',
    line,
    sentence: `The layout table ${name} cannot be used: ${sentence}`,
  });

const fieldOf = (text: string, line: number, name: string): LayoutField => {
  const cells = text.split(',').map((cell) => cell.trim());
  const [field = '', start = '', width = ''] = cells;
  if (cells.length !== 3 || field === '' || !/^[1-9]\d{0,4}$/.test(start) || !/^[1-9]\d{0,3}$/.test(width))
    throw layoutStop(
      name,
      line,
      'each line must be a field name, its first position (from 1) and its width.',
    );
  return { name: field, start: Number(start), width: Number(width) };
};

/**
 * Reads a layout table.
 * @throws FileStop naming the line that is wrong, or the field that is missing.
 */
export const parseLayout = (text: string, name: string): Layout => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!/^\s*name\s*,\s*start\s*,\s*width\s*$/i.test(lines[0] ?? ''))
    throw layoutStop(name, 1, 'its first line must be name,start,width.');
  const fields = lines
    .slice(1)
    .flatMap((line, index) => (line.trim() === '' ? [] : [fieldOf(line, index + 2, name)]));
  const known = new Set(fields.map((field) => fieldNamed(field.name)));
  const missing = requiredFields.filter((field) => !known.has(field));
  if (missing.length > 0) throw layoutStop(name, null, `it has no ${missing.join(', ')}.`);
  return { name, fields };
};

const builtIn = (file: string): Layout =>
  parseLayout(readFileSync(new URL(`./layouts/${file}`, import.meta.url), 'utf8'), file);

const from2018 = builtIn('from-2018.csv');
const to2017 = builtIn('to-2017.csv');

/** The built-in layout for files of that submission year. */
export const layoutOfYear = (year: number): Layout => (year >= 2018 ? from2018 : to2017);

/** A function that cuts a line into the fields that are read. */
export const cutterOf = (layout: Layout): ((line: string) => NcandsRow) => {
  const spans = new Map<NcandsField, [start: number, end: number]>();
  for (const { name, start, width } of layout.fields) {
    const field = fieldNamed(name);
    if (field !== undefined) spans.set(field, [start - 1, start - 1 + width]);
  }
  const cuts = ncandsFields.map((field): [NcandsField, number, number] => {
    const [start, end] = spans.get(field) ?? [0, 0];
    return [field, start, end];
  });
  return (line) => {
    const row: Partial<Record<NcandsField, string>> = {};
    for (const [field, start, end] of cuts) row[field] = line.slice(start, end).trim();
    return row as NcandsRow;
  };
};

/** `54–61`, for saying where a field was looked for. */
export const positionsOf = (layout: Layout, field: NcandsField): string => {
  const found = layout.fields.find(({ name }) => fieldNamed(name) === field);
  return found === undefined ? '' : `${found.start}–${found.start + found.width - 1}`;
};
