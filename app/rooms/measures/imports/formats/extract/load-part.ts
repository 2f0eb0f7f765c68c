/** Reads one sheet as one table: each row through the column readers, what is wrong named in the extract's own words. */

import { columnsOf } from '../../canonical.ts';
import type { Cell, RowWriter } from '../../row-writer.ts';
import type { ReadContext } from '../format.ts';
import { filledNames } from '../package/canonical-select.ts';
import type { LoadedFile } from '../package/loaded-file.ts';
import type { PackageFile } from '../package/package-files.ts';
import { addToTally, giveTally, type ProblemTally } from '../reading/problem-tally.ts';
import { type CellFault, type CellReader, cellReader, plainCell } from './cell-readers.ts';
import { faultInWords } from './fault-words.ts';
import type { TableMapping } from './mapping.ts';
import { rowsOf } from './open-sheets.ts';
import { type Sheet, type SheetRow, sheetName } from './sheet.ts';

export interface Part {
  readonly sheet: Sheet;
  readonly shape: PackageFile;
  readonly mapping: TableMapping;
  /** Distinguishes its relation from the others'. */
  readonly number: number;
}

interface PlacedReader extends CellReader {
  /** The column's place in the sheet. */
  readonly at: number;
}

interface Reading {
  readonly part: Part;
  readonly readers: readonly PlacedReader[];
  /** Canonical columns in their order, and where each finds its cell. */
  readonly names: readonly string[];
  readonly writer: RowWriter;
  readonly tally: ProblemTally;
  /** Values of codes that the mapping does not know: one line of the report each. */
  readonly unsettled: Set<string>;
  rows: number;
  setAside: number;
}

const readersOf = ({ sheet, shape, mapping }: Part): PlacedReader[] =>
  mapping.columns.flatMap((one) => {
    const column = shape.columns.find(({ name }) => name === one.column);
    const at = sheet.header.findIndex((name) => name.toLowerCase() === one.from.toLowerCase());
    return column && at !== -1 ? [{ ...cellReader(column, one), at }] : [];
  });

const tell = (
  { part, tally, unsettled }: Reading,
  line: number,
  reader: CellReader,
  fault: CellFault,
  value: string,
) => {
  const said = faultInWords(reader, fault, value);
  if (fault === 'unsettled') {
    const key = `${reader.column.name}\n${value}`;
    if (unsettled.has(key)) return said.weight;
    unsettled.add(key);
  }
  addToTally(tally, { file: sheetName(part.sheet), line, column: reader.mapping.from, value, ...said });
  return said.weight;
};

const ragged = (part: Part, { line }: SheetRow, isMisquoted: boolean) => ({
  ...{ file: sheetName(part.sheet), line, column: null, value: null, weight: 'set-aside' as const },
  rule: isMisquoted ? 'row-misquoted' : 'row-ragged',
  sentence: isMisquoted
    ? 'The quotes of this row do not fit together. The row is set aside.'
    : 'The row has not as many fields as the header. The row is set aside.',
});

/** More cells than columns are no harm where nothing is in them; fewer are, in a text file. */
const isRagged = ({ sheet }: Part, { cells }: SheetRow): boolean =>
  (sheet.sheet === null && cells.length < sheet.header.length) ||
  cells.some((cell, index) => index >= sheet.header.length && cell.trim() !== '');

const takeRow = (reading: Reading, row: SheetRow): void => {
  const { part, readers, names, writer, tally } = reading;
  reading.rows += 1;
  if (row.isMisquoted || isRagged(part, row)) {
    reading.setAside += 1;
    addToTally(tally, ragged(part, row, row.isMisquoted === true));
    return;
  }
  const found = new Map<string, Cell>();
  let isUseless = false;
  for (const reader of readers) {
    const cell = row.cells[reader.at] ?? '';
    const read = reader.read(cell);
    if (typeof read === 'string') {
      if (tell(reading, row.line, reader, read, plainCell(cell)) !== 'note') isUseless = true;
    } else for (const [index, name] of reader.fills.entries()) found.set(name, read[index] ?? null);
  }
  if (isUseless) reading.setAside += 1;
  else writer.add([...names.map((name) => found.get(name) ?? null), row.line]);
};

/** Reports without afcars_id: the child has one id in all files (case-data, section 1). */
const withOneId = (reader: PlacedReader, isReportsAlone: boolean): PlacedReader => {
  if (!isReportsAlone || reader.column.name !== 'child_id') return reader;
  return {
    ...reader,
    fills: ['child_id', 'afcars_id'],
    read: (cell) => {
      const read = reader.read(cell);
      return typeof read === 'string' ? read : [read[0] ?? null, read[0] ?? null];
    },
  };
};

const openReading = async (part: Part, context: ReadContext): Promise<Reading> => {
  const { shape, number } = part;
  const plain = readersOf(part);
  const isReportsAlone =
    shape.table === 'reports' && !plain.some(({ column }) => column.name === 'afcars_id');
  const readers = plain.map((reader) => withOneId(reader, isReportsAlone));
  const names = filledNames(
    shape,
    readers.map(({ column }) => column),
  );
  const types = new Map(columnsOf(shape.table));
  const columns = names.map((name) => [name, types.get(name) ?? 'VARCHAR'] as const);
  const writer = await context.newTable(`extract_rows_${number}`, [...columns, ['row_no', 'BIGINT']]);
  return { part, readers, names, writer, tally: new Map(), unsettled: new Set(), rows: 0, setAside: 0 };
};

/** What the sheet's own cells say, for problems that the checks find afterwards. Reads the sheet again. */
const ownWords = ({ part, readers }: Reading, context: ReadContext): NonNullable<LoadedFile['ownWords']> => {
  const readerOf = (name: string) => readers.find(({ fills }) => fills.includes(name));
  return {
    columnOf: (name) => readerOf(name)?.mapping.from ?? name,
    valuesOf: async (name, lines) => {
      const values = new Map<number, string>();
      const reader = readerOf(name);
      const wanted = new Set(lines);
      if (!reader || wanted.size === 0) return values;
      for await (const rows of rowsOf(part.sheet, context.problems)) {
        for (const { line, cells } of rows)
          if (wanted.has(line)) values.set(line, plainCell(cells[reader.at] ?? ''));
        if (values.size === wanted.size) break;
      }
      return values;
    },
  };
};

/** `sha256` is of the whole file. New codes are told, all of them; the caller stops for them. */
export const loadPart = async (part: Part, sha256: string, context: ReadContext): Promise<LoadedFile> => {
  const { sheet, shape, number } = part;
  const reading = await openReading(part, context);
  for await (const rows of rowsOf(sheet, context.problems)) {
    for (const row of rows) takeRow(reading, row);
    context.advance(sheet.file, 0, rows.length);
  }
  reading.writer.finish();
  giveTally(reading.tally, context.problems);
  return {
    file: { ...sheet.file, name: sheetName(sheet) },
    shape,
    columns: reading.readers.map(({ column }) => column),
    relation: `extract_rows_${number}`,
    readyParquet: null,
    rows: reading.rows,
    setAside: reading.setAside,
    sha256,
    linesOf: async (lines) => new Map(lines.map((line) => [line, line])),
    ownWords: ownWords(reading, context),
  };
};
