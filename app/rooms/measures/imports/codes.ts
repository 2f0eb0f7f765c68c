/** The closed lists of the case-data package. Field words, used by every importer and by the measures. */

export const dischargeReasons = [
  'reunification',
  'living_with_relative',
  'adoption',
  'guardianship',
  'emancipation',
  'transfer',
  'runaway',
  'death',
] as const;

export const permanencyReasons = [
  'reunification',
  'living_with_relative',
  'adoption',
  'guardianship',
] as const;

export const placementSettings = [
  'preadoptive_home',
  'foster_home_relative',
  'foster_home_kin',
  'foster_home_nonrelative',
  'group_home',
  'shelter',
  'residential_treatment',
  'institution',
  'supervised_independent_living',
  'juvenile_justice',
  'medical',
  'psychiatric_hospital',
  'runaway',
  'trial_home_visit',
  'respite',
] as const;

/** Not living arrangements that count as moves. */
export const uncountedSettings = ['runaway', 'trial_home_visit', 'respite', 'medical'] as const;

export const kinSettings = ['foster_home_relative', 'foster_home_kin'] as const;

export const dispositions = [
  'substantiated',
  'indicated',
  'alternative_response_victim',
  'alternative_response_nonvictim',
  'unsubstantiated',
  'closed_no_finding',
  'other',
  'pending',
] as const;

export const visitLocations = ['residence', 'other'] as const;
export const sexes = ['female', 'male'] as const;
