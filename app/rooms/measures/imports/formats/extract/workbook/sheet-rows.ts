/** The rows of one sheet of a workbook, a piece at a time. */
import { FileStop } from '../../reading/file-stop.ts';
import type { SheetRow } from '../sheet.ts';
import { type Book, cellText, type RawCell } from './cell-text.ts';
import { type XmlEvents, xmlEvents } from './xml-events.ts';

const mostColumns = 16_384;

/** `AB7` → 27. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
};

interface Open {
  line: number;
  cells: string[];
  column: number;
  cell: { -readonly [K in keyof RawCell]: RawCell[K] };
  /** The element whose text is being read. */
  within: 'value' | 'inline' | 'formula' | null;
}

const newCell = (): Open['cell'] => ({ type: 'n', style: 0, value: '', inline: '', formula: null });

const tooWide = (line: number): FileStop =>
  new FileStop({
    rule: 'too-many-columns',
    line,
    sentence: 'The row has more columns than a sheet can have. The workbook is damaged: save it again.',
  });

const beginCell = (open: Open, { r, t, s }: Readonly<Record<string, string>>): void => {
  open.column = r === undefined ? open.column + 1 : columnOf(r);
  if (open.column < 0 || open.column >= mostColumns) throw tooWide(open.line);
  open.cell = { ...newCell(), type: t ?? 'n', style: Number(s ?? 0) };
};

const beginText: Readonly<Record<string, Open['within']>> = { v: 'value', t: 'inline', f: 'formula' };

const endCell = (open: Open, book: Book): void => {
  while (open.cells.length < open.column) open.cells.push('');
  open.cells[open.column] = cellText(open.cell, book);
};

const eventsOf = (book: Book, give: (row: SheetRow) => void): XmlEvents => {
  const open: Open = { line: 0, cells: [], column: -1, cell: newCell(), within: null };
  return {
    open: (tag, attributes) => {
      if (tag === 'row') {
        open.line = attributes.r === undefined ? open.line + 1 : Number(attributes.r);
        open.cells = [];
        open.column = -1;
      } else if (tag === 'c') beginCell(open, attributes);
      else open.within = beginText[tag] ?? open.within;
      if (tag === 'f') open.cell.formula = '';
    },
    text: (text) => {
      if (open.within === 'value') open.cell.value += text;
      if (open.within === 'inline') open.cell.inline += text;
      if (open.within === 'formula') open.cell.formula = `${open.cell.formula ?? ''}${text}`;
    },
    close: (tag) => {
      if (beginText[tag]) open.within = null;
      if (tag === 'c') endCell(open, book);
      if (tag === 'row' && open.cells.some((cell) => cell.trim() !== ''))
        give({ line: open.line, cells: open.cells });
    },
  };
};

/** `onBytes` hears of each piece of the unpacked sheet. Throws `FileStop`. */
export async function* sheetRows(
  path: string,
  book: Book,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  const events = eventsOf(book, (row) => rows.push(row));
  for await (const bytes of xmlEvents(path, events)) {
    onBytes(bytes);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
