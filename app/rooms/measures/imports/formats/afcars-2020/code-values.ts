/** What the codes of AFCARS 2020 mean in our words. A code that is not here cannot be read. */
import type { placementSettings } from '../../codes.ts';

export type Setting = (typeof placementSettings)[number];

/** E6. Blank = missing. */
export const sexByCode: ReadonlyMap<string, string> = new Map([
  ['1', 'male'],
  ['2', 'female'],
]);

/** E21: 7 abandoned, 8 declined, 9 unknown are all "not known". */
export const hispanicByCode: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['0', false],
  ['1', true],
  ['7', null],
  ['8', null],
  ['9', null],
]);

/** E155. 9, still in care, has no reason; it belongs to a blank exit date. */
export const exitReasonByCode: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ['1', 'reunification'],
  ['2', 'living_with_relative'],
  ['3', 'adoption'],
  ['4', 'emancipation'],
  ['5', 'guardianship'],
  ['6', 'runaway'],
  ['7', 'death'],
  ['8', 'transfer'],
  ['9', null],
]);

/** E120, for what is not a foster family home. */
export const settingByOtherType: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  ['1', 'group_home'],
  ['2', 'group_home'],
  ['3', 'shelter'],
  ['4', 'residential_treatment'],
  ['5', 'residential_treatment'],
  ['6', 'institution'],
  ['7', 'institution'],
  ['8', 'supervised_independent_living'],
  ['9', 'juvenile_justice'],
  ['10', 'medical'],
  ['11', 'psychiatric_hospital'],
  ['12', 'runaway'],
  ['13', 'runaway'],
  ['14', 'trial_home_visit'],
]);

/** E121 = 4 exactly when E120 is one of these. */
export const awayTypes: ReadonlySet<string> = new Set(['12', '13']);
export const awayLocation = '4';

/** E152. */
export const visitLocationByCode: ReadonlyMap<string, string> = new Map([
  ['1', 'residence'],
  ['2', 'other'],
]);

/** E113 = 1: relative wins, then kin, then pre-adoptive. The other flags (licensed, therapeutic, shelter care) say nothing of the setting. */
export const familyHomeSetting = (relative: string, kin: string, preadoptive: string): Setting => {
  if (relative === '1') return 'foster_home_relative';
  if (kin === '1') return 'foster_home_kin';
  if (preadoptive === '1') return 'preadoptive_home';
  return 'foster_home_nonrelative';
};
