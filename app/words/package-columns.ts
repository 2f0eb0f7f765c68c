/** The tables and columns of a case-data package, for people who match their own system's to them. */

export const tableWords: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  children: { title: 'Children', hint: 'one row a child: birth date, sex, race' },
  removals: { title: 'Removals', hint: 'one row each time a child came into care, with how it ended' },
  placements: { title: 'Placements', hint: 'one row each time a child in care moved' },
  reports: { title: 'Reports', hint: 'one row a child in a report of maltreatment, with its finding' },
  visits: { title: 'Visits', hint: 'one row a caseworker’s visit with a child in care' },
  investigations: {
    title: 'Investigations',
    hint: 'one row a report: received, first contact, completed, due',
  },
  population: { title: 'Population', hint: 'children living in each county, by year and group' },
};

/** [title, what it means where the title may not say it] */
const columns: Readonly<Record<string, readonly [title: string, hint?: string]>> = {
  child_id: ['Child', 'the number by which your system knows a child, the same in every file'],
  birth_date: ['Birth date'],
  sex: ['Sex'],
  american_indian_alaska_native: ['American Indian or Alaska Native', 'yes or no, or one list of races'],
  asian: ['Asian', 'yes or no, or one list of races'],
  black: ['Black or African American', 'yes or no, or one list of races'],
  native_hawaiian_pacific_islander: [
    'Native Hawaiian or Pacific Islander',
    'yes or no, or one list of races',
  ],
  white: ['White', 'yes or no, or one list of races'],
  hispanic: ['Hispanic or Latino', 'yes or no'],
  tribal_nation: ['Tribal nation', 'the Nation the child is a member of'],
  removal_date: ['Removal date', 'the day the child came into care'],
  discharge_date: ['Discharge date', 'the day the child left care; blank while in care'],
  discharge_reason: ['Discharge reason', 'how the time in care ended'],
  county: ['County'],
  unit: ['Unit', 'the office or team that answers for it'],
  sibling_group_id: ['Sibling group', 'the same for brothers and sisters removed together'],
  removal_recorded_at: ['Removal recorded on', 'the day it was entered in your system'],
  discharge_recorded_at: ['Discharge recorded on', 'the day it was entered in your system'],
  placement_settings: ['Number of placements'],
  start_date: ['Start of the placement'],
  setting: ['Setting', 'the kind of home or place'],
  provider_id: ['Provider', 'the number of the home or facility'],
  report_id: ['Report', 'the number of the report or referral'],
  report_date: ['Report date'],
  disposition: ['Finding', 'what the investigation found about this child'],
  incident_date: ['Incident date'],
  disposition_date: ['Date of the finding'],
  afcars_id: ['The child’s number in care', 'when reports use another number than removals'],
  age_years: ['Age in years', 'at the report'],
  maltreatment_death: ['Died of maltreatment', 'yes or no'],
  unborn: ['Not yet born', 'yes or no'],
  visit_date: ['Visit date'],
  location: ['Place of the visit', 'where the child lives, or elsewhere'],
  received_at: ['Report received', 'day, or day and time'],
  due_at: ['First contact due', 'day, or day and time'],
  first_contact_at: ['First contact', 'day, or day and time'],
  completed_at: ['Investigation completed', 'day, or day and time'],
  completion_due_at: ['Completion due', 'day, or day and time'],
  year: ['Year'],
  age_group: ['Age group'],
  race_ethnicity: ['Race and ethnicity'],
  children: ['Number of children'],
};

export const columnTitle = (name: string): string => columns[name]?.[0] ?? name;

export const columnHint = (name: string): string | null => columns[name]?.[1] ?? null;

const flagWords: Readonly<Record<string, string>> = { '1': 'Yes', '0': 'No' };

const codeWords: Readonly<Record<string, string>> = {
  foster_home_kin: 'Foster home, kin who are no relatives',
  foster_home_relative: 'Foster home, relatives',
  foster_home_nonrelative: 'Foster home, no relatives',
  alternative_response_victim: 'Alternative response, victim',
  alternative_response_nonvictim: 'Alternative response, no victim',
  preadoptive_home: 'Pre-adoptive home',
  residence: 'Where the child lives',
  closed_no_finding: 'Closed without a finding',
};

/** `residential_treatment` → "Residential treatment". */
export const codeTitle = (code: string): string => {
  const words = flagWords[code] ?? codeWords[code] ?? code.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};
