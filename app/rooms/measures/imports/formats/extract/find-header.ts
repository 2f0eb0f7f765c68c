/** Finds the row that names the columns: exports put titles and dates above it, and merge and leave out names. */
import { FileStop } from '../reading/file-stop.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** So many rows are looked at. */
export const rowsBeforeHeader = 20;
const mostColumns = 1000;

const filled = ({ cells }: SheetRow): number => cells.filter((cell) => cell.trim() !== '').length;

/** `A`, `B`, … `AA`: as spreadsheets call a column. */
const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnLetters(Math.floor(index / 26) - 1)}${columnLetters(index % 26)}`;

const withoutTrailingBlanks = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);

/** Names for all columns, and what was made up. */
export const namedColumns = (cells: readonly string[]): { names: string[]; madeUp: string[] } => {
  const names: string[] = [];
  const madeUp: string[] = [];
  for (const [index, cell] of withoutTrailingBlanks(cells).entries()) {
    const written = cell.replaceAll(/\s+/g, ' ').trim().slice(0, 180);
    const plain = written || `column ${columnLetters(index)}`;
    let name = plain;
    for (let count = 2; names.includes(name); count += 1) name = `${plain} (${count})`;
    if (name !== written) madeUp.push(name);
    names.push(name);
  }
  return { names, madeUp };
};

type Header = Pick<Sheet, 'header' | 'headerLine' | 'remarks'>;

const remarkOn = (madeUp: readonly string[]): Sheet['remarks'] =>
  madeUp.length === 0
    ? []
    : [
        {
          rule: 'column-named',
          sentence: `Columns without a name of their own are called by their place, or numbered: ${madeUp.slice(0, 10).join(', ')}.`,
        },
      ];

/** Null when there is no row at all. `first` are the first rows of the sheet. */
export const findHeader = (first: readonly SheetRow[]): Header | null => {
  const fullest = Math.max(0, ...first.map(filled));
  const header = first.find((row) => filled(row) >= Math.max(1, Math.ceil(fullest / 2)));
  if (!header || fullest === 0) return null;
  const { names, madeUp } = namedColumns(header.cells);
  if (names.length > mostColumns)
    throw new FileStop({
      rule: 'too-many-columns',
      line: header.line,
      sentence: `The header names more than ${mostColumns} columns. Export only those that are needed.`,
    });
  return { header: names, headerLine: header.line, remarks: remarkOn(madeUp) };
};
