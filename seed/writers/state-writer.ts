/** What every format is to the generator: it is shown one family after the other, and closed. */
import { basename } from 'node:path';
import type { Family } from '../records.ts';
import type { BufferedFile } from './buffered-file.ts';

export interface WrittenFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

export interface StateWriter {
  family(family: Family): void;
  close(): WrittenFile[];
}

export const closed = (file: BufferedFile): WrittenFile => ({
  name: basename(file.path),
  rows: file.rows,
  bytes: file.close(),
});
