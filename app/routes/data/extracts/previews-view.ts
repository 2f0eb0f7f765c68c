/** The first rows of every table as they will be. */
import { type DraftWithFiles, previewRows } from '../../../rooms/measures/public.ts';
import { codeTitle, columnTitle, tableWords } from '../../../words/package-columns.ts';
import { filesText } from './extract-view.ts';

const codeColumns = new Set(['discharge_reason', 'setting', 'disposition', 'sex', 'location']);

export interface Preview {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

const cellText = (name: string, cell: string): string =>
  codeColumns.has(name) && cell !== '' && !cell.startsWith('cannot') ? codeTitle(cell) : cell;

export const previewsOf = ({ groups, row }: DraftWithFiles): Preview[] =>
  groups.flatMap((group, index) =>
    (row.draft.sheets[index]?.tables ?? []).map((mapping) => {
      const { columns, rows } = previewRows(group, mapping);
      return {
        caption: `${tableWords[mapping.table]?.title ?? mapping.table}, from ${filesText(group)}`,
        columns: columns.map(columnTitle),
        rows: rows.map((cells, number) => ({
          key: String(number),
          cells: cells.map((cell, at) => cellText(columns[at] ?? '', cell)),
        })),
      };
    }),
  );
