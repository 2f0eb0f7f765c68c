/** What the pages of one extract share: where each step is, and what is open in it. */
import type { DraftWithFiles, Question, SheetGroup } from '../../../rooms/measures/public.ts';
import { columnTitle } from '../../../words/package-columns.ts';

export interface StepPlace {
  readonly sheet: number;
  readonly table: string;
}

export const stepsOf = (id: string, { sheet, table }: StepPlace) => ({
  columns: `/data/extracts/${id}/${sheet}/${table}/columns`,
  codes: `/data/extracts/${id}/${sheet}/${table}/codes`,
});

export const filesText = ({ names }: SheetGroup): string => names.join(' and ');

export const questionsAt = (questions: readonly Question[], { sheet, table }: StepPlace): Question[] =>
  questions.filter((question) => question.sheet === sheet && question.table === table);

export const ofColumns = ({ kind }: Question): boolean => kind !== 'codes' && kind !== 'sheet';

const values = (list: readonly string[]): string => {
  const shown = list
    .slice(0, 5)
    .map((value) => `“${value}”`)
    .join(', ');
  return list.length > 5 ? `${shown} and ${list.length - 5} more` : shown;
};

/** One open question in one sentence. */
export const questionText = ({ kind, column, from, values: list }: Question): string => {
  const title = columnTitle(column ?? '');
  if (kind === 'required') return `Say which column is “${title}”: without it the table cannot be read.`;
  if (kind === 'lost') return `The column “${from}” is gone. Say what is now “${title}”.`;
  if (kind === 'days') return `Say how the days in “${from}” are written.`;
  if (kind === 'not-codes')
    return `“${from}” holds too many different values to be “${title}”. Choose another column.`;
  if (kind === 'codes') return `Say what ${values(list)} in “${from}” mean${list.length === 1 ? 's' : ''}.`;
  return 'Say what this is, or leave it out.';
};

/** Where to go when a step is done: to what is still open, else to the last step. */
export const nextStep = (id: string, { questions }: Pick<DraftWithFiles, 'questions'>): string => {
  const [first] = questions;
  if (!first) return `/data/extracts/${id}/review`;
  if (first.table === null) return `/data/extracts/${id}`;
  const steps = stepsOf(id, { sheet: first.sheet, table: first.table });
  const here = questionsAt(questions, { sheet: first.sheet, table: first.table });
  return here.some(ofColumns) ? steps.columns : steps.codes;
};
