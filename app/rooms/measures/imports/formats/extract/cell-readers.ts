/** How the cells of one mapped column are read: a cell of the extract in, canonical cells out, or what is wrong with it. */
import type { Cell } from '../../row-writer.ts';
import { dayOfMoment } from '../package/cell-rules.ts';
import type { FileColumn } from '../package/package-files.ts';
import { type DayFormat, readMomentOf } from './day-format.ts';
import type { ColumnMapping } from './mapping.ts';

/** Why a cell cannot be read. `unsettled`: a code of which the mapping says nothing. */
export type CellFault = 'unreadable' | 'error' | 'unsettled';

export type ReadCell = readonly Cell[] | CellFault;

export interface CellReader {
  readonly column: FileColumn;
  readonly mapping: ColumnMapping;
  /** The canonical columns it fills. */
  readonly fills: readonly string[];
  /** Never throws; the same text gives the same. */
  read(cell: string): ReadCell;
}

const microsPerDay = 86_400_000_000;
const mostRemembered = 20_000;
const largest: Readonly<Record<string, number>> = { SMALLINT: 32_767, INTEGER: 2_147_483_647 };

/** `="00123"` is how some systems keep Excel from eating zeros; NULL and \N are how databases write nothing. */
export const plainCell = (cell: string): string => {
  const text = cell.trim();
  if (text === 'NULL' || text === '\\N') return '';
  return /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text;
};

/** What Excel writes where a formula gave nothing, and a formula whose result was never saved. */
const isCellError = (text: string): boolean =>
  text.startsWith('=') || /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(text);

type ReadText = (text: string) => ReadCell;

const dayReader =
  (format: DayFormat): ReadText =>
  (text) => {
    const moment = readMomentOf(text, format);
    return moment === null ? 'unreadable' : [moment.day];
  };

const momentReader =
  (format: DayFormat): ReadText =>
  (text) => {
    const moment = readMomentOf(text, format);
    if (moment === null) return 'unreadable';
    return [moment.day, moment.time === null ? null : moment.day * microsPerDay + moment.time];
  };

const numberReader =
  (type: string): ReadText =>
  (text) =>
    /^[0-9]+$/.test(text) && Number(text) <= (largest[type] ?? 0) ? [Number(text)] : 'unreadable';

const codeReader = (column: FileColumn, { codes = [] }: ColumnMapping): ReadText => {
  const becomes = new Map(codes.map(({ value, becomes: ours }) => [value, ours]));
  return (text) => {
    const ours = becomes.get(text);
    if (ours === undefined) return 'unsettled';
    if (ours === '') return [null];
    return [column.kind === 'flag' ? ours === '1' : ours];
  };
};

const readerOf = (column: FileColumn, mapping: ColumnMapping): ReadText => {
  const format = mapping.days ?? 'year-first';
  if (column.kind === 'date') return dayReader(format);
  if (column.kind === 'moment') return momentReader(format);
  if (column.kind === 'integer') return numberReader(column.type);
  return column.kind === 'text' ? (text) => [text] : codeReader(column, mapping);
};

/** Columns repeat themselves: each text is read once. */
const remembering = (read: ReadText): ReadText => {
  const known = new Map<string, ReadCell>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size < mostRemembered) known.set(text, result);
    return result;
  };
};

export const cellReader = (column: FileColumn, mapping: ColumnMapping): CellReader => {
  const fills = column.kind === 'moment' ? [dayOfMoment(column.name), column.name] : [column.name];
  const blank = fills.map(() => null);
  const read = readerOf(column, mapping);
  const readOnce = column.kind === 'text' ? read : remembering(read);
  return {
    ...{ column, mapping, fills },
    read: (cell) => {
      const text = plainCell(cell);
      if (text === '') return blank;
      return isCellError(text) ? 'error' : readOnce(text);
    },
  };
};
