/** Groups of what is counted; blank is `unknown`. */
import type { Breakdown } from '../../app/rooms/measures/public.ts';
import type { Child } from './case-rows.ts';
import type { Counted } from './counted.ts';

const races = [
  'american_indian_alaska_native',
  'asian',
  'black',
  'native_hawaiian_pacific_islander',
  'white',
] as const;

/** Hispanic of any race first, then two or more, single races, unknown. */
const raceEthnicityOf = (child: Child | undefined): string => {
  if (!child) return 'unknown';
  if (child.hispanic) return 'hispanic';
  const named = races.filter((race) => child[race]);
  return named.length > 1 ? 'two_or_more' : (named[0] ?? 'unknown');
};

const groupOf: Readonly<Record<Breakdown, (counted: Counted) => string | null>> = {
  county: ({ county }) => county ?? 'unknown',
  unit: ({ unit }) => unit ?? 'unknown',
  age: ({ age }) => age,
  race_ethnicity: ({ child }) => raceEthnicityOf(child),
  aian_any: ({ child }) =>
    child?.american_indian_alaska_native ? 'american_indian_alaska_native_any' : null,
  sex: ({ child }) => child?.sex ?? 'unknown',
};

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export const sumOf = (counted: readonly Fraction[]): Fraction => ({
  numerator: counted.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: counted.reduce((sum, { denominator }) => sum + denominator, 0),
});

export const groupsOf = (counted: readonly Counted[], breakdown: Breakdown): Record<string, Fraction> => {
  const groups = new Map<string, Counted[]>();
  for (const one of counted) {
    const group = groupOf[breakdown](one);
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return Object.fromEntries([...groups].sort().map(([group, members]) => [group, sumOf(members)]));
};
