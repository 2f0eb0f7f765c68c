/** The first rows of a table as an import would make them, from what was kept of the file when it was looked through. */
import { type CellReader, cellReader } from '../formats/extract/cell-readers.ts';
import { dayOfNumber } from '../formats/extract/day-format.ts';
import type { TableMapping } from '../formats/extract/mapping.ts';
import { packageFiles } from '../formats/package/package-files.ts';
import type { Cell } from '../row-writer.ts';
import type { SheetGroup } from './rules.ts';

export interface TablePreview {
  readonly columns: readonly string[];
  /** A cell that cannot be read says so. */
  readonly rows: readonly (readonly string[])[];
}

const microsPerMinute = 60_000_000;

const instantOf = (micros: number): string =>
  new Date(micros / 1000).toISOString().slice(0, 16).replace('T', ' ');

const shown = ({ column }: CellReader, [first, second]: readonly Cell[]): string => {
  if (first === null || first === undefined) return '';
  if (column.kind === 'moment' && typeof second === 'number' && second >= microsPerMinute)
    return instantOf(second);
  if (column.kind === 'date' || column.kind === 'moment') return dayOfNumber(Number(first));
  return typeof first === 'boolean' ? (first ? 'yes' : 'no') : String(first);
};

/** What the mapping makes of the first rows. */
export const previewRows = ({ profile }: SheetGroup, { table, columns }: TableMapping): TablePreview => {
  const shape = packageFiles.find((file) => file.table === table);
  const readers = columns.flatMap((mapping) => {
    const column = shape?.columns.find(({ name }) => name === mapping.column);
    const at = profile.columns.findIndex(({ name }) => name.toLowerCase() === mapping.from.toLowerCase());
    return column && at !== -1 ? [{ reader: cellReader(column, mapping), at }] : [];
  });
  return {
    columns: readers.map(({ reader }) => reader.column.name),
    rows: profile.firstRows.map((cells) =>
      readers.map(({ reader, at }) => {
        const read = reader.read(cells[at] ?? '');
        return typeof read === 'string'
          ? `cannot be read: ${(cells[at] ?? '').slice(0, 40)}`
          : shown(reader, read);
      }),
    ),
  };
};
