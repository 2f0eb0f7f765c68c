/** What can be wrong with a record of a legacy file. The column of each problem is the element's number. */
import type { Problem } from '../../problem.ts';
import { recordLength } from './layout.ts';

interface Rule {
  readonly weight: Problem['weight'];
  readonly sentence: string;
}

const setAside = (sentence: string): Rule => ({ weight: 'set-aside', sentence });
const note = (sentence: string): Rule => ({ weight: 'note', sentence });

export const rules = {
  'line-length': setAside(`The record is not ${recordLength} characters long, so it is left out.`),
  'line-shifted': setAside(
    'The state and report date (elements 1 and 2) are not those of the file: the line is shifted or belongs to another file, so it is left out.',
  ),
  'record-number-unreadable': setAside(
    'The record has no usable record number (element 4), so it is left out.',
  ),
  'removal-date-unreadable': setAside(
    'The latest removal (element 21) is no readable date, so the episode is left out.',
  ),
  'discharge-date-unreadable': setAside(
    'The discharge (element 56) cannot be read. Left blank the child would seem to be still in care, so the episode is left out.',
  ),
  'date-unreadable': note('The date is no day of the calendar (YYYYMMDD); it is taken as blank.'),
  'code-unknown': note('The code is not in the federal list; it is taken as blank.'),
  'number-unreadable': note('This is not a number; it is taken as blank.'),
  'county-unreadable': note(
    'The local agency (element 3) is not a five-digit county code; it is taken as blank.',
  ),
  'birth-after-removal': note('The child was removed (element 21) before being born (element 6).'),
  'discharge-not-after-removal': note('The discharge (element 56) is not after the removal (element 21).'),
  'discharge-reason-missing': note('There is a discharge (element 56) and no reason (element 58).'),
  'discharge-reason-without-date': note('There is a discharge reason (element 58) and no date (element 56).'),
  'after-period': note('The date is after the end of the report period.'),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
