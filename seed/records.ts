/** What happened to a family, and when the agency's system came to know it. Nothing here knows of a file format. */
import type { County } from './counties.ts';
import type { DayNumber } from './days.ts';

export type DischargeReason =
  | 'reunification'
  | 'living_with_relative'
  | 'adoption'
  | 'guardianship'
  | 'emancipation'
  | 'transfer'
  | 'runaway'
  | 'death';

export type Setting =
  | 'preadoptive_home'
  | 'foster_home_relative'
  | 'foster_home_kin'
  | 'foster_home_nonrelative'
  | 'group_home'
  | 'shelter'
  | 'residential_treatment'
  | 'institution'
  | 'supervised_independent_living'
  | 'juvenile_justice'
  | 'medical'
  | 'psychiatric_hospital'
  | 'runaway'
  | 'trial_home_visit'
  | 'respite';

export type Disposition =
  | 'substantiated'
  | 'indicated'
  | 'alternative_response_victim'
  | 'alternative_response_nonvictim'
  | 'unsubstantiated'
  | 'closed_no_finding'
  | 'other';

export interface Placement {
  readonly startOn: DayNumber;
  readonly setting: Setting;
  readonly provider: string | null;
}

export interface Visit {
  readonly on: DayNumber;
  readonly location: 'residence' | 'other' | null;
}

/** One stay in care, as it will finally be on record. */
export interface Episode {
  readonly removedOn: DayNumber;
  readonly removalKeyedOn: DayNumber;
  readonly dischargedOn: DayNumber | null;
  readonly dischargeKeyedOn: DayNumber | null;
  readonly reason: DischargeReason | null;
  readonly county: County | null;
  readonly unit: string;
  readonly siblingGroup: string;
  readonly placements: readonly Placement[];
  readonly visits: readonly Visit[];
}

export interface Finding {
  readonly report: string;
  readonly reportedOn: DayNumber;
  readonly disposition: Disposition;
  readonly disposedOn: DayNumber;
  readonly incidentOn: DayNumber | null;
  readonly ageYears: number | null;
  readonly isDeath: boolean;
  readonly isUnborn: boolean;
  readonly county: County;
}

/** Yes, no, or not on record. */
export type Answer = boolean | null;

export interface Child {
  readonly id: string;
  readonly bornOn: DayNumber | null;
  readonly sex: 'female' | 'male';
  /** American Indian or Alaska Native, Asian, Black, Native Hawaiian or Pacific Islander, white. */
  readonly races: readonly [Answer, Answer, Answer, Answer, Answer];
  readonly hispanic: Answer;
  readonly nation: string | null;
  readonly episodes: Episode[];
  readonly findings: Finding[];
  /** From the end of this half-year on, this child is missing from the federal files, though still in care. */
  readonly lostAfter: DayNumber | null;
}

/** A moment as minutes since 1970-01-01T00:00. */
export type Minute = number;

export interface Investigation {
  readonly report: string;
  readonly receivedAt: Minute;
  readonly dueAt: Minute;
  readonly firstContactAt: Minute | null;
  readonly completedAt: Minute;
  readonly completionDueAt: Minute;
}

export interface Family {
  readonly children: readonly Child[];
  readonly investigations: readonly Investigation[];
}

/** Seed, size and time of one invented state. */
export interface World {
  readonly seed: number;
  /** Children living in the state. */
  readonly population: number;
  readonly from: DayNumber;
  readonly asOf: DayNumber;
}
