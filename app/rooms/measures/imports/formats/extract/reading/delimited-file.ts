/** A text file as a sheet: its encoding, its delimiter and its header are found out, never asked. */
import type { SourceFile } from '../../format.ts';
import { FileStop } from '../../reading/file-stop.ts';
import { findHeader, rowsBeforeHeader } from '../find-header.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { delimiterOf } from './delimiter.ts';
import { type Encoding, encodingOf, textOf } from './encoding.ts';
import { recordsOf } from './records.ts';

const headLength = 64 * 1024;

const headOf = async (path: string, encoding: Encoding): Promise<string> => {
  let head = '';
  for await (const piece of textOf(path, encoding)) {
    head += piece;
    if (head.length >= headLength) break;
  }
  return head.slice(0, headLength);
};

/** A first line `sep=;` is Excel's and not the table's; the lines are counted on all the same. */
async function* recordsFrom(
  path: string,
  encoding: Encoding,
  { delimiter, skip }: { delimiter: string; skip: number },
  onBytes?: (bytes: number) => void,
): AsyncGenerator<readonly SheetRow[]> {
  for await (const rows of recordsOf(textOf(path, encoding, onBytes), delimiter))
    yield skip > 0 ? rows.filter(({ line }) => line > 1) : rows;
}

const firstRows = async (records: AsyncIterable<readonly SheetRow[]>): Promise<SheetRow[]> => {
  const first: SheetRow[] = [];
  for await (const rows of records) {
    first.push(...rows.slice(0, rowsBeforeHeader - first.length));
    if (first.length >= rowsBeforeHeader) break;
  }
  return first;
};

const readAsWindows = {
  rule: 'encoding-converted',
  sentence:
    'The file is not UTF-8. It is read as Windows-1252, which is how Excel saves CSV; look whether names with accents are right, or save it as CSV UTF-8.',
} as const;

/** Throws `FileStop` for a file without a row. */
export const openDelimited = async (file: SourceFile): Promise<Sheet> => {
  const encoding = await encodingOf(file.path);
  const cut = delimiterOf(await headOf(file.path, encoding));
  const found = findHeader(await firstRows(recordsFrom(file.path, encoding, cut)));
  if (!found)
    throw new FileStop({ rule: 'file-empty', sentence: 'The file is empty: it has no header row.' });
  const remarks = encoding === 'windows-1252' ? [...found.remarks, readAsWindows] : found.remarks;
  return {
    ...{ file, sheet: null, ...found, remarks },
    rows: async function* (onBytes) {
      for await (const rows of recordsFrom(file.path, encoding, cut, onBytes))
        yield rows.filter(({ line }) => line > found.headerLine);
    },
  };
};
