/** What NCANDS codes mean in our words. Codes come with or without a leading zero. */
import type { dispositions } from '../../codes.ts';

export type Disposition = (typeof dispositions)[number];

export const withoutZeros = (code: string): string => code.replace(/^0+(?=\d)/, '');

/** Mal1Lev to Mal4Lev, in the order in which the lowest decides. */
export const dispositionByLevel: ReadonlyMap<string, Disposition> = new Map<string, Disposition>([
  ['1', 'substantiated'],
  ['2', 'indicated'],
  ['3', 'alternative_response_victim'],
  ['4', 'alternative_response_nonvictim'],
  ['5', 'unsubstantiated'],
  // Intentionally false: unsubstantiated, with a reason.
  ['6', 'unsubstantiated'],
  ['7', 'closed_no_finding'],
  // No alleged maltreatment of this child.
  ['8', 'other'],
  ['88', 'other'],
  ['99', 'other'],
]);

/** ChSex; 9 unknown. */
export const sexByCode: ReadonlyMap<string, string> = new Map([
  ['1', 'male'],
  ['2', 'female'],
  ['9', ''],
]);

/** Yes and no questions: ChRac*, CEthn, MalDeath. 9 unknown, 3 unable to determine. */
export const yesNoByCode: ReadonlyMap<string, string> = new Map([
  ['1', '1'],
  ['2', '0'],
  ['3', ''],
  ['9', ''],
]);

/** Not counties: out of state, unknown. */
export const noCounty: ReadonlySet<string> = new Set(['', '000', '998', '999']);

export const unbornAge = '77';
export const unknownAge = '99';
