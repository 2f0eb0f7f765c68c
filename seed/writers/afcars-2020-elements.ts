/** Single elements of the AFCARS 2020 file and the codes in them. */
import { compactOf, type DayNumber } from '../days.ts';
import type { DischargeReason, Placement, Setting, Visit } from '../records.ts';

const exitCodes: Readonly<Record<DischargeReason, string>> = {
  reunification: '1',
  living_with_relative: '2',
  adoption: '3',
  emancipation: '4',
  guardianship: '5',
  runaway: '6',
  death: '7',
  transfer: '8',
};

/** 9 while in care; blank when there is an exit whose reason is not on record. */
export const exitCode = (dischargedOn: DayNumber | null, reason: DischargeReason | null): string => {
  if (dischargedOn === null) return '9';
  return reason === null ? '' : exitCodes[reason];
};

/** E120 by setting; what is missing here is a foster family home. */
const otherTypes: Readonly<Partial<Record<Setting, string>>> = {
  group_home: '2',
  shelter: '3',
  residential_treatment: '4',
  institution: '6',
  supervised_independent_living: '8',
  juvenile_justice: '9',
  medical: '10',
  psychiatric_hospital: '11',
  runaway: '12',
  trial_home_visit: '14',
};

const kindElements = (setting: Setting): string => {
  const isHome = otherTypes[setting] === undefined;
  const flag = (isSo: boolean): string => (isHome ? (isSo ? '1' : '0') : '');
  return (
    `<E113_foster_family_home>${isHome ? '1' : '0'}</E113_foster_family_home><E114_E146_foster_family_home_type>` +
    `<E114_licensed_home>${flag(true)}</E114_licensed_home><E115_therapeutic_home>${flag(false)}</E115_therapeutic_home>` +
    `<E116_shelter_care_home>${flag(false)}</E116_shelter_care_home>` +
    `<E117_relative_foster_family>${flag(setting === 'foster_home_relative')}</E117_relative_foster_family>` +
    `<E118_pre_adopt_home>${flag(setting === 'preadoptive_home')}</E118_pre_adopt_home>` +
    `<E119_kin_foster_family>${flag(setting === 'foster_home_kin')}</E119_kin_foster_family></E114_E146_foster_family_home_type>` +
    `<E120_other_living_arrangement_type>${otherTypes[setting] ?? ''}</E120_other_living_arrangement_type>` +
    `<E121_location_of_living_arrangement>${setting === 'runaway' ? '4' : '1'}</E121_location_of_living_arrangement>`
  );
};

const kinds = new Map<Setting, string>();

export const livingArrangement = ({ startOn, setting }: Placement): string => {
  const kind = kinds.get(setting) ?? kindElements(setting);
  kinds.set(setting, kind);
  return (
    `<living_arrangement><E112_date_living_arrangement>${compactOf(startOn)}</E112_date_living_arrangement>` +
    `${kind}</living_arrangement>`
  );
};

const locationCodes = { residence: '1', other: '2' } as const;

export const visitElement = ({ on, location }: Visit): string =>
  `<case_worker_visit><E151_case_worker_visit_date>${compactOf(on)}</E151_case_worker_visit_date>` +
  `<E152_case_worker_visit_location>${location === null ? '' : locationCodes[location]}</E152_case_worker_visit_location>` +
  '</case_worker_visit>';
