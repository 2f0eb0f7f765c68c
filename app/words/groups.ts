/** Names of groups as readers see them; codes stay in exports. */

const raceAndEthnicity: Readonly<Record<string, string>> = {
  hispanic: 'Hispanic, of any race',
  american_indian_alaska_native: 'American Indian or Alaska Native alone',
  asian: 'Asian',
  black: 'Black',
  native_hawaiian_pacific_islander: 'Native Hawaiian or Pacific Islander',
  white: 'White',
  two_or_more: 'Two or more races',
  unknown: 'Not known',
};

const sexes: Readonly<Record<string, string>> = { female: 'Girls', male: 'Boys', unknown: 'Not known' };

const ageText = (band: string): string =>
  band === 'unknown'
    ? 'Age not known'
    : /month/.test(band)
      ? band.replace('-', '–')
      : `${band.replace('-', '–')} years`;

/** `groupText('age', '11-16')` → `11–16 years`. A county or a unit is called what the files call it. */
export const groupText = (breakdown: string, group: string): string => {
  if (breakdown === 'age') return ageText(group);
  if (breakdown === 'race_ethnicity') return raceAndEthnicity[group] ?? group;
  if (breakdown === 'aian_any') return 'American Indian or Alaska Native, alone or in combination';
  if (breakdown === 'sex') return sexes[group] ?? group;
  return group === 'unknown' ? 'Not known' : group;
};

export const breakdownText = (breakdown: string): string =>
  ({
    county: 'county',
    unit: 'unit',
    age: 'age',
    race_ethnicity: 'race and ethnicity',
    aian_any: 'American Indian or Alaska Native',
    sex: 'sex',
  })[breakdown] ?? breakdown;
