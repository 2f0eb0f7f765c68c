/** The two ways a line of a Child File becomes a row of raw fields. */

import { splitLine } from '../reading/delimited-line.ts';
import { FileStop } from '../reading/file-stop.ts';
import { type Header, rowOf } from './delimited.ts';
import { fieldNamed, type NcandsRow } from './fields.ts';
import { cutterOf, type Layout } from './layout.ts';
import type { Report } from './report-rows.ts';

export interface LineReader {
  /** The first line holds names, not data. */
  readonly isHeaderFirst: boolean;
  readonly layout: Layout | null;
  /** The row; null when the line is left out, which has been reported. */
  read(line: string, number: number): NcandsRow | null;
}

export const delimitedRows = (header: Header, report: Report): LineReader => ({
  isHeaderFirst: true,
  layout: null,
  read: (line, number) => {
    const cells = splitLine(line, header.delimiter);
    if (cells === null)
      throw new FileStop({
        rule: 'quote-unclosed',
        line: number,
        sentence:
          'A quotation mark opens in this line and is not closed in it. No field of a Child File holds a line break.',
      });
    if (cells.length === header.width) return rowOf(cells, header);
    report('row-ragged', number, null, `${cells.length} fields`);
    return null;
  },
});

/** A line may end early (older years have fewer fields), but not before the maltreatment levels. */
export const fixedRows = (layout: Layout, report: Report): LineReader => {
  const cut = cutterOf(layout);
  const needed = Math.max(
    ...layout.fields
      .filter(({ name }) => fieldNamed(name) === 'Mal1Lev')
      .map(({ start, width }) => start + width - 1),
  );
  return {
    isHeaderFirst: false,
    layout,
    read: (line, number) => {
      if (line.length >= needed) return cut(line);
      report('line-length', number, null, `${line.length} characters`);
      return null;
    },
  };
};
