/** What can be wrong with a record of an AFCARS 2020 file: how much it weighs, and what the report says. */
import type { Problem } from '../../problem.ts';

interface Rule {
  readonly weight: Problem['weight'];
  readonly sentence: string;
}

const setAside = (sentence: string): Rule => ({ weight: 'set-aside', sentence });
const note = (sentence: string): Rule => ({ weight: 'note', sentence });

export const rules = {
  'record-number-unreadable': setAside(
    'The record has no usable record number (E4, 1 to 12 characters), so the whole record is left out.',
  ),
  'removal-date-unreadable': setAside('The removal has no readable date (E69), so it is left out.'),
  'exit-date-unreadable': setAside(
    'The exit date (E153) cannot be read. Left blank the child would seem to be still in care, so the removal is left out.',
  ),
  'removal-duplicated': setAside('The record holds this removal date twice; the first is kept.'),
  'arrangement-date-unreadable': setAside(
    'The living arrangement has no readable date (E112), so it is left out.',
  ),
  'setting-unreadable': setAside(
    'The living arrangement says neither that it is a foster family home (E113 = 1) nor which other type it is (E120), so it is left out.',
  ),
  'visit-date-unreadable': setAside('The caseworker visit has no readable date (E151), so it is left out.'),
  'date-unreadable': note('The date is no day of the calendar (YYYYMMDD); it is taken as blank.'),
  'code-unknown': note('The code is not in the federal list; it is taken as blank.'),
  'county-unreadable': note('The local agency (E3) is not a five-digit county code; it is taken as blank.'),
  'birth-after-removal': note('The child was removed before being born (E69 before E5).'),
  'exit-not-after-removal': note('The exit (E153) is not after the removal (E69).'),
  'exit-reason-missing': note('There is an exit date (E153) and no exit reason (E155).'),
  'exit-reason-without-exit': note('There is an exit reason (E155) and no exit date (E153).'),
  'in-care-unsaid': note('There is no exit date (E153), and E155 does not say 9, still in care.'),
  'arrangement-before-removal': note('The living arrangement (E112) begins before the removal (E69).'),
  'arrangement-differs': note(
    'Two living arrangements begin on the same day and differ; the one that stands last is kept.',
  ),
  'location-contradicts': note(
    'The location (E121) is 4, runaway or whereabouts unknown, exactly when E120 is 12 or 13; here it is not so.',
  ),
  'after-period': note('The date is after the end of the report period.'),
  'element-unknown': note('This element is not in the federal layout; it was passed over.'),
  'element-misplaced': note('This element stands where the federal layout has none; it was passed over.'),
  'element-repeated': note('This element stands twice in one place; the last one counts.'),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** Tells of one problem: its rule, the line, the element and the value there, and whose record it is where that is known. */
export type Report = (
  rule: RuleName,
  line: number | null,
  element: string | null,
  value: string | null,
  childId?: string,
) => void;
