/** Whether a layout fits a file: in one that is shifted by a byte, dates and codes are unreadable in nearly every row. */
import { readMonthFirst } from '../reading/compact-day.ts';
import { FileStop } from '../reading/file-stop.ts';
import type { NcandsField, NcandsRow } from './fields.ts';
import { type Layout, positionsOf } from './layout.ts';

export interface FitCheck {
  look(row: NcandsRow, line: number): void;
  /** @throws FileStop when a field is unreadable in more than a fifth of the rows where it is filled. */
  judge(layout: Layout | null): void;
}

const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);
const isState = (text: string): boolean => /^[A-Z]{2}$/.test(text);
const isDay = (text: string): boolean => readMonthFirst(text) !== undefined;
const isCode = (text: string): boolean => /^\d{1,2}$/.test(text);
const isSex = (text: string): boolean => /^[1239]$/.test(text);

/** In the order of the record: the first that does not fit is where the shift begins. */
const expectations: readonly (readonly [NcandsField, (text: string) => boolean])[] = [
  ['SubYr', isYear],
  ['StaTerr', isState],
  ['RptDt', isDay],
  ['RptDisDt', isDay],
  ['ChAge', isCode],
  ['ChBDate', isDay],
  ['ChSex', isSex],
  ['CEthn', isSex],
  ['Mal1Lev', isCode],
  ['MalDeath', isSex],
  ['IncidDt', isDay],
];

const tolerated = 0.2;

export const newFitCheck = (): FitCheck => {
  const tallies = expectations.map(([field, fits]) => ({ field, fits, filled: 0, wrong: 0, firstLine: 0 }));
  return {
    look: (row, line) => {
      for (const tally of tallies) {
        const text = row[tally.field];
        if (text === '') continue;
        tally.filled += 1;
        if (tally.fits(text)) continue;
        tally.wrong += 1;
        if (tally.firstLine === 0) tally.firstLine = line;
      }
    },
    judge: (layout) => {
      const worst = tallies.find(({ filled, wrong }) => wrong > filled * tolerated);
      if (worst === undefined) return;
      const where =
        layout === null ? '' : ` (positions ${positionsOf(layout, worst.field)} in layout ${layout.name})`;
      throw new FileStop({
        rule: layout === null ? 'column-unreadable' : 'layout-shifted',
        line: worst.firstLine,
        column: worst.field,
        sentence:
          `${worst.field}${where} cannot be read in ${worst.wrong} of ${worst.filled} rows: ` +
          (layout === null
            ? 'the columns are not what their names say.'
            : 'the file is shifted, or has another layout. Give the right one with --layout.'),
      });
    },
  };
};
