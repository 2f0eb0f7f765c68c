/** What the codes of the legacy form mean in our words. The discharge codes are not those of AFCARS 2020. */

/** Element 58. Blank or 0 = still in care. */
export const dischargeReasonByCode: ReadonlyMap<string, string> = new Map([
  ['1', 'reunification'],
  ['2', 'living_with_relative'],
  ['3', 'adoption'],
  ['4', 'emancipation'],
  ['5', 'guardianship'],
  ['6', 'transfer'],
  ['7', 'runaway'],
  ['8', 'death'],
]);

/** Element 7. */
export const sexByCode: ReadonlyMap<string, string> = new Map([
  ['1', 'male'],
  ['2', 'female'],
]);

/** Element 9: 3 is "unable to determine". */
export const hispanicByCode: ReadonlyMap<string, string> = new Map([
  ['1', '1'],
  ['2', '0'],
  ['3', ''],
]);

/** Elements 8a to 8e. */
export const raceFlags: ReadonlyMap<string, string> = new Map([
  ['0', '0'],
  ['1', '1'],
]);

/** Element 41: the only setting that counts without a history is a trial home visit, for it has a start (element 23). */
export const trialHomeVisit = '8';
export const settingCodes: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6', '7', '8']);
