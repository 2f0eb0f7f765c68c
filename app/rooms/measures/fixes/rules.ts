/**
 * What each rule means to whoever mends the record: what is wrong, what to do, which measures it touches, which federal check
 * it moves. A rule of an import's report that is not here brings its own sentence.
 */
import { catalog } from '../catalog/catalog.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';
import type { QualityCheckId } from '../imports/quality/checks.ts';
import type { Fix } from './fix.ts';

export interface FixRule {
  /** As a heading: "No birth date". */
  readonly title: string;
  readonly wrong: string;
  readonly toDo: string;
  readonly federalCheck?: QualityCheckId;
  /** Where it is not every measure that reads the record's table. */
  readonly measures?: readonly MeasureId[];
}

const stays: readonly MeasureId[] = ['P1', 'P2', 'P3', 'P4', 'P5', 'S1', 'H1', 'H2', 'H3', 'H4', 'C1'];

const rule = (title: string, wrong: string, toDo: string, more: Partial<FixRule> = {}): FixRule => ({
  ...{ title, wrong, toDo },
  ...more,
});

const known: Readonly<Record<string, FixRule>> = {
  'birth-date-missing': rule(
    'No birth date',
    "The child has no birth date, so the measures leave out all of the child's stays.",
    'Enter the birth date in the child’s record.',
    { federalCheck: 'birth-date-missing', measures: stays },
  ),
  'removal-without-child': rule(
    'A removal without a child',
    'There is a removal and no record of the child, so the measures leave the stay out.',
    'Look the child up. If the child was joined with another record, correct the id at the removal.',
    { measures: stays },
  ),
  'birth-after-removal': rule(
    'Born after the removal',
    'The birth date is after the day of the removal, so the measures leave the stay out.',
    'Check both dates against the papers and correct the wrong one.',
    { federalCheck: 'birth-after-removal', measures: stays },
  ),
  'birth-after-discharge': rule(
    'Born after the discharge',
    'The birth date is after the day of the discharge, so the measures leave the stay out.',
    'Check both dates against the papers and correct the wrong one.',
    { federalCheck: 'birth-after-exit', measures: stays },
  ),
  'discharge-before-removal': rule(
    'Discharged before the removal',
    'The discharge is before the removal, so the measures leave the stay out.',
    'Correct the day of the discharge, or of the removal.',
    { federalCheck: 'exit-before-removal', measures: stays },
  ),
  'discharge-same-day': rule(
    'Discharged on the day of the removal',
    'Removal and discharge are on the same day, so the measures leave the stay out.',
    'Correct the day of the discharge. If the child really went home the same day, note it here: nothing is wrong then.',
    { federalCheck: 'exit-on-removal-day', measures: stays },
  ),
  'discharge-reason-missing': rule(
    'Discharged without a reason',
    'There is a discharge and no reason, so nobody can say whether the child reached a permanent family.',
    'Enter the reason of the discharge.',
    { federalCheck: 'exit-reason-missing', measures: ['P1', 'P2', 'P3', 'P4'] },
  ),
  'discharge-date-missing': rule(
    'A reason for discharge without a day',
    'There is a reason for discharge and no day, so the child counts as still in care.',
    'Enter the day of the discharge; if the child is still in care, take the reason out.',
    { measures: stays },
  ),
  'dropped-record': rule(
    'Lost from one file to the next',
    'The child was in care, is missing from the next AFCARS file, and never left.',
    'Find out whether the child left care, and enter the discharge. If not, find out why the next file lacks the child.',
    { federalCheck: 'dropped-records', measures: stays },
  ),
  'county-missing': rule(
    'A removal without a county',
    'The removal names no county, so it counts for the state and for no county.',
    'Enter the county that is responsible for the child.',
    { measures: stays },
  ),
  'placement-before-removal': rule(
    'A placement before the removal',
    'A placement begins before the removal it belongs to, so it is not counted.',
    'Correct the first day of the placement, or tie it to the removal it belongs to.',
  ),
  'placement-without-removal': rule(
    'A placement without a removal',
    'A placement belongs to a removal that is not there, so no measure counts it.',
    'Tie the placement to the child’s removal, or enter the removal.',
  ),
  'visit-without-removal': rule(
    'Visits without a removal',
    'The child has visits and was never removed, so no measure counts them.',
    'Check the child’s id at the visits, or enter the removal.',
  ),
  'investigation-without-report': rule(
    'An investigation without a report',
    'The investigation belongs to a report that is not there.',
    'Check the report’s id at the investigation.',
  ),
  'victim-age-missing': rule(
    'A victim without an age',
    'The child was found to be maltreated, and neither age nor birth date is there.',
    'Enter the birth date in the child’s record.',
    { federalCheck: 'victims-age-missing', measures: ['S1', 'S2', 'H2', 'H4', 'H5'] },
  ),
  'removal-date-unreadable': rule(
    'A removal without a readable day',
    'The day of the removal cannot be read, so the removal is left out.',
    'Enter the day of the removal.',
    { federalCheck: 'removal-date-missing' },
  ),
};

const titles: Readonly<Record<string, string>> = {
  'key-missing': 'A row that does not say whose it is',
  'key-contradicted': 'Rows that contradict each other',
  'date-unreadable': 'A date that cannot be read',
  'date-impossible': 'A year that cannot be meant',
  'date-before-1900': 'A date before 1900',
  'date-after-as-of': 'A date that lies ahead',
  'date-after-today': 'A date that lies ahead',
  'after-period': 'A date after the end of the period',
  'code-unknown': 'A code that is not in the list',
  'flag-unknown': 'Neither yes nor no',
  'number-unreadable': 'A number that cannot be read',
  'age-unreadable': 'An age that cannot be read',
  'county-unreadable': 'A county that cannot be read',
  'row-ragged': 'Rows with too few or too many fields',
  'row-misquoted': 'Rows with broken quotes',
  'level-missing': 'No finding for the child',
};

/** Notes of a report that somebody can mend in a record; the others tell of files. */
export const followedNotes: readonly string[] = [
  ...['date-unreadable', 'date-before-1900', 'date-after-as-of', 'date-after-today', 'after-period'],
  ...['code-unknown', 'flag-unknown', 'number-unreadable', 'age-unreadable', 'county-unreadable'],
  ...['level-missing', 'in-care-unsaid', 'arrangement-differs', 'location-contradicts'],
];

const asTitle = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const usualToDo =
  'Open the record in your own system, correct what is named, and the next files will bring it.';

/** The rule by its name; `sentence` is what the report says of a rule that has no words here. */
export const fixRule = (name: string, sentence: string): FixRule =>
  known[name] ?? { title: titles[name] ?? asTitle(name), wrong: sentence, toDo: usualToDo };

export const sentenceOf = (name: string, reported: string | null): string =>
  reported ?? known[name]?.wrong ?? asTitle(name);

/** Fields that describe a child and decide no measure: without them it stands under "not known" in a breakdown. */
const describes =
  /^(?:sex|american_indian_alaska_native|asian|black|native_hawaiian_pacific_islander|white|hispanic|location|county|E(?:6|1[3-9]|2[01]|152)_.*|7|8[a-f]|9|ChSex|ChRac..|CEthn|ChCnty|RptCnty)$/;

/** Which measures a record of this table and rule touches, in the catalog's order. */
export const measuresTouched = ({
  rule,
  table,
  field,
}: Pick<Fix, 'rule' | 'table' | 'field'>): MeasureId[] => {
  const own = known[rule]?.measures;
  if (!own && describes.test(field)) return [];
  return Object.values(catalog)
    .filter(({ id, tables }) => {
      if (own) return own.includes(id);
      return table === 'children' ? stays.includes(id) : tables.some((held) => held === table);
    })
    .map(({ id }) => id);
};
