/** By when a record must be right to count in a federal file: the next submission, and the day it is due. */
import type { Day } from '../../../platform/clock.ts';

export interface Submission {
  readonly file: 'AFCARS' | 'NCANDS';
  /** The last day it tells of. */
  readonly endsOn: Day;
  readonly dueOn: Day;
}

const iso = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** AFCARS is due within 45 days of a half-year's end, 31 March and 30 September (45 CFR 1355.43). */
const afcarsIn = (year: number): Submission[] => [
  { file: 'AFCARS', endsOn: iso(year, 3, 31), dueOn: iso(year, 3, 31 + 45) },
  { file: 'AFCARS', endsOn: iso(year, 9, 30), dueOn: iso(year, 9, 30 + 45) },
];

/** The NCANDS Child File of a federal year is due by 31 January. */
const ncandsIn = (year: number): Submission[] => [
  { file: 'NCANDS', endsOn: iso(year - 1, 9, 30), dueOn: iso(year, 1, 31) },
];

/** The first that is due on that day or later. */
export const nextSubmission = (file: Submission['file'], today: Day): Submission => {
  const year = Number(today.slice(0, 4));
  const inYear = file === 'AFCARS' ? afcarsIn : ncandsIn;
  const next = [...inYear(year), ...inYear(year + 1)].find(({ dueOn }) => dueOn >= today);
  if (!next) throw new Error('A submission is due every year.');
  return next;
};

/** The federal file a record of this table goes into. */
export const federalFileOf = (table: string): Submission['file'] =>
  table === 'reports' || table === 'investigations' ? 'NCANDS' : 'AFCARS';
