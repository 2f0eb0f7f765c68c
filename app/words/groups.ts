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

const ageBands = ['0-3 months', '4-11 months', '1-5', '6-10', '11-16', '17', 'unknown'];
const byName = new Intl.Collator('en', { numeric: true });

/** Ages as they come, others by name, `Alder 2` before `Alder 10`, not known last: never by value, for nobody is ranked. */
export const compareGroups =
  (breakdown: string) =>
  (a: string, b: string): number => {
    if (breakdown === 'age') return ageBands.indexOf(a) - ageBands.indexOf(b);
    const known = Number(a === 'unknown') - Number(b === 'unknown');
    return known || byName.compare(groupText(breakdown, a), groupText(breakdown, b));
  };

const plurals: Readonly<Record<string, string>> = { county: 'counties', unit: 'units', age: 'age groups' };

/** `counties`, `units`, `age groups`, `groups`. */
export const groupsText = (breakdown: string): string => plurals[breakdown] ?? 'groups';
