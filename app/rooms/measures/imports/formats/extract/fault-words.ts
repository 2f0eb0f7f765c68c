/** What is said of a cell that cannot be read, in the words of the person who sent the file. */
import type { Problem } from '../../problem.ts';
import type { CellFault, CellReader } from './cell-readers.ts';
import type { DayFormat } from './day-format.ts';

export const dayFormatWords: Readonly<Record<DayFormat, string>> = {
  'year-first': 'year, month, day: 2025-12-31',
  'month-first': 'month, day, year: 12/31/2025',
  'day-first': 'day, month, year: 31.12.2025',
  compact: 'eight digits: 20251231',
  'day-month-name': 'day, name of the month, year: 31-DEC-2025',
  'month-name-day': 'name of the month, day, year: Dec 31, 2025',
  'excel-serial': 'a number of days, as Excel counts: 46022',
};

type Said = Pick<Problem, 'rule' | 'sentence' | 'weight'>;

const longestNamed = 40;

/** Codes are few and no secret to whoever maps them; what is long is no code. */
const named = (value: string): string => (value.length <= longestNamed ? `"${value}"` : 'This long text');

const unsettled = ({ column, mapping }: CellReader, value: string): Said => ({
  rule: 'code-not-mapped',
  weight: 'stop',
  sentence: `${named(value)} is new in "${mapping.from}": the mapping does not say what it is as ${column.name}. Say so once, on the page Data, Files from your own system.`,
});

const unreadableWords = ({ column, mapping }: CellReader): { rule: string; sentence: string } =>
  column.kind === 'integer'
    ? { rule: 'number-unreadable', sentence: `This is not a whole number (${column.name}).` }
    : {
        rule: 'date-unreadable',
        sentence: `This is not a date written as ${dayFormatWords[mapping.days ?? 'year-first']} (${column.name}).`,
      };

const errorWords = ({ column }: CellReader): { rule: string; sentence: string } => ({
  rule: 'cell-error',
  sentence: `The cell holds an error of the spreadsheet or a formula without its result (${column.name}). Correct it, and save the workbook in Excel.`,
});

export const faultInWords = (reader: CellReader, fault: CellFault, value: string): Said => {
  if (fault === 'unsettled') return unsettled(reader, value);
  const { rule, sentence } = fault === 'error' ? errorWords(reader) : unreadableWords(reader);
  const { isNeeded } = reader.column;
  const fate = isNeeded ? 'The row is set aside.' : 'It is read as blank.';
  return { rule, sentence: `${sentence} ${fate}`, weight: isNeeded ? 'set-aside' : 'note' };
};
