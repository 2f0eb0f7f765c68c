/** What can be wrong with a row of a Child File: how much it weighs, and what the report says. */
import type { Problem } from '../../problem.ts';

interface Rule {
  readonly weight: Problem['weight'];
  readonly sentence: string;
}

const setAside = (sentence: string): Rule => ({ weight: 'set-aside', sentence });
const note = (sentence: string): Rule => ({ weight: 'note', sentence });

export const rules = {
  'row-ragged': setAside('The line does not have as many fields as the header, so it is left out.'),
  'line-length': setAside('The line ends before the maltreatment fields, so it is left out.'),
  'line-shifted': setAside(
    'The line does not begin with a submission year and the state of the file: it is shifted or belongs to another file, so it is left out.',
  ),
  'id-unreadable': setAside('The report or the child has no usable id, so the row is left out.'),
  'report-date-unreadable': setAside(
    'The report date is no day of the calendar (mmddyyyy), so the row is left out.',
  ),
  'date-unreadable': note('The date is no day of the calendar (mmddyyyy); it is taken as blank.'),
  'code-unknown': note('The code is not in the federal list; it is taken as blank.'),
  'age-unreadable': note('The age is not a number of years; it is taken as blank.'),
  'level-missing': note(
    'No maltreatment of the child has a disposition level; the disposition is taken as other.',
  ),
  'county-unreadable': note('The county is not a three-digit code; it is taken as blank.'),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
