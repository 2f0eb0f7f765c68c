/** The records of a delimited text, a piece at a time, each with the line it begins on (RFC 4180, any delimiter). */
import { FileStop } from '../../reading/file-stop.ts';
import type { SheetRow } from '../sheet.ts';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const longestRecord = 1024 * 1024;

interface Parsed {
  readonly cells: string[];
  /** Where the next record begins. */
  readonly next: number;
  readonly lines: number;
  readonly isMisquoted: boolean;
}

interface Field {
  readonly text: string;
  readonly end: number;
  readonly lines: number;
  readonly isMisquoted: boolean;
}

const endOfPlain = (text: string, from: number, delimiter: number): number => {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === lineFeed || code === carriageReturn) break;
  }
  return at;
};

const lineEndsIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** A field that begins with a quote. Null when the quote does not close in this text. */
const quotedField = (text: string, from: number, delimiter: number): Field | null => {
  let closing = text.indexOf('"', from + 1);
  while (closing !== -1 && text.charCodeAt(closing + 1) === quote) closing = text.indexOf('"', closing + 2);
  if (closing === -1) return null;
  const inside = text.slice(from + 1, closing);
  const end = endOfPlain(text, closing + 1, delimiter);
  return {
    text: `${inside.replaceAll('""', '"')}${text.slice(closing + 1, end)}`,
    end,
    lines: lineEndsIn(inside),
    isMisquoted: text.slice(closing + 1, end).trim() !== '',
  };
};

const plainField = (text: string, from: number, delimiter: number): Field => {
  const end = endOfPlain(text, from, delimiter);
  return { text: text.slice(from, end), end, lines: 0, isMisquoted: false };
};

/** One record, or null when the text ends before it does. */
const parseRecord = (text: string, from: number, delimiter: number, isEnd: boolean): Parsed | null => {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  let isMisquoted = false;
  while (true) {
    const isQuoted = text.charCodeAt(at) === quote;
    const field = isQuoted ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    if (field === null) return null;
    cells.push(field.text);
    lines += field.lines;
    isMisquoted ||= field.isMisquoted;
    at = field.end;
    // A closing quote at the very end may be the first of two, and a carriage return the first half of a line's end.
    if (at + 1 >= text.length && !isEnd) return null;
    if (at >= text.length) return { cells, next: at, lines, isMisquoted };
    if (text.charCodeAt(at) !== delimiter) {
      const width = text.startsWith('\r\n', at) ? 2 : 1;
      return { cells, next: at + width, lines, isMisquoted };
    }
    at += 1;
  }
};

const stopFor = (text: string, line: number): FileStop => {
  const isOpen = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  const rule = isOpen ? 'quote-not-closed' : 'line-too-long';
  const sentence = isOpen
    ? 'A quote opens on this line and never closes. Correct the line, or export the file again.'
    : 'This row is longer than a million characters: no row of case data is. Look at the line and export the file again.';
  return new FileStop({ rule, line, sentence });
};

export interface Records {
  /** The records that this piece of text completes. Blank lines are none. Throws `FileStop`. */
  take(piece: string): readonly SheetRow[];
  /** What is left when the text is over. */
  end(): readonly SheetRow[];
}

export const newRecords = (delimiter: string): Records => {
  const sign = delimiter.charCodeAt(0);
  let rest = '';
  let line = 1;
  const parse = (text: string, isEnd: boolean): SheetRow[] => {
    const rows: SheetRow[] = [];
    let at = 0;
    while (at < text.length) {
      const record = parseRecord(text, at, sign, isEnd);
      if (record === null) break;
      const { cells, isMisquoted } = record;
      if (record.next - at > longestRecord) throw stopFor(text.slice(at, record.next), line);
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells, ...(isMisquoted && { isMisquoted }) });
      line += record.lines;
      at = record.next;
    }
    rest = text.slice(at);
    if (rest.length > longestRecord || (isEnd && rest !== '')) throw stopFor(rest, line);
    return rows;
  };
  return {
    take: (piece) => {
      const nul = piece.indexOf('\0');
      if (nul === -1) return parse(rest + piece, false);
      throw new FileStop({
        rule: 'nul-byte',
        line: line + lineEndsIn(`${rest}${piece.slice(0, nul)}`),
        sentence: 'The line holds a NUL byte. The file is damaged or not a CSV.',
      });
    },
    end: () => parse(rest, true),
  };
};

/** Hands out the records of `pieces` in batches. */
export async function* recordsOf(
  pieces: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly SheetRow[]> {
  const records = newRecords(delimiter);
  for await (const piece of pieces) yield records.take(piece);
  yield records.end();
}
