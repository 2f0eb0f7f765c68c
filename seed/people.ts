/** Who lives in a family: how many children, how old, and what their records say of race and membership. */
import type { County } from './counties.ts';
import { nationNames } from './counties.ts';
import type { DayNumber } from './days.ts';
import type { Stream } from './random.ts';
import type { Answer } from './records.ts';

export interface Member {
  readonly index: number;
  readonly bornOn: DayNumber;
  readonly sex: 'female' | 'male';
  readonly races: readonly [Answer, Answer, Answer, Answer, Answer];
  readonly hispanic: Answer;
  readonly nation: string | null;
}

export const raceGroups = [
  'white',
  'hispanic',
  'black',
  'two_or_more',
  'asian',
  'american_indian_alaska_native',
  'native_hawaiian_pacific_islander',
] as const;
type RaceGroup = (typeof raceGroups)[number];

/** Children of the state by group; a city has another mix than a valley. */
export const populationMix = (county: County): number[] =>
  county.share > 0.05
    ? [0.44, 0.24, 0.21, 0.053, 0.045, 0.007, 0.005]
    : [0.7, 0.14, 0.06, 0.045, 0.015, county.nation === null ? 0.01 : 0.09, 0.003];

/** How much more or less often than others the families of a group are reported. */
const reporting = [1, 0.95, 1.45, 1.35, 0.35, 1.5, 1] as const;

const flags = (group: RaceGroup): Member['races'] => [
  group === 'american_indian_alaska_native',
  group === 'asian',
  group === 'black',
  group === 'native_hawaiian_pacific_islander',
  group === 'white',
];

const mixed: readonly (readonly [Member['races'], number])[] = [
  [[false, false, true, false, true], 6],
  [[true, false, false, false, true], 2],
  [[false, true, false, false, true], 1],
  [[true, false, true, false, false], 0.6],
];

interface Heritage {
  readonly races: Member['races'];
  readonly hispanic: Answer;
}

const unknownRace: Member['races'] = [null, null, null, null, null];

const heritageOf = (draw: Stream, group: RaceGroup): Heritage => {
  if (group === 'two_or_more') return { races: draw.pick(mixed), hispanic: false };
  if (group !== 'hispanic') return { races: flags(group), hispanic: false };
  const races = draw.pick<Member['races']>([
    [flags('white'), 6],
    [unknownRace, 3],
    [flags('black'), 0.6],
    [flags('american_indian_alaska_native'), 0.4],
  ]);
  return { races, hispanic: true };
};

/** Membership comes first; what a member's record says of race is another question with other answers. */
const memberHeritage = (draw: Stream): Heritage =>
  draw.pick<Heritage>([
    [{ races: flags('american_indian_alaska_native'), hispanic: false }, 55],
    [{ races: [true, false, false, false, true], hispanic: false }, 24],
    [{ races: flags('american_indian_alaska_native'), hispanic: true }, 8],
    [{ races: flags('white'), hispanic: false }, 8],
    [{ races: unknownRace, hispanic: null }, 5],
  ]);

const asRecorded = (draw: Stream, heritage: Heritage): Heritage => {
  const chance = draw.next();
  if (chance < 0.018) return { races: unknownRace, hispanic: null };
  if (chance < 0.05) return { races: heritage.races, hispanic: null };
  return heritage;
};

const sizes = [0.34, 0.3, 0.19, 0.1, 0.05, 0.02];

/** Birth dates from the youngest up, then sometimes a child born later. */
const birthDates = (draw: Stream, on: DayNumber): DayNumber[] => {
  const isNewborn = draw.isTrue(0.11);
  let age = isNewborn ? draw.between(0, 60) : Math.floor(draw.next() ** 1.25 * 17.5 * 365.25);
  const births: DayNumber[] = [];
  for (let left = draw.index(sizes) + 1; left > 0 && age < 17.9 * 365.25; left--) {
    births.push(on - age);
    age += draw.isTrue(0.03) ? 0 : 330 + Math.floor(draw.exponential(620));
  }
  const youngest = births[0] ?? on;
  if (on - youngest < 6 * 365 && draw.isTrue(0.3)) births.push(on + draw.between(30, 1500));
  return births;
};

const memberOf = (draw: Stream, nation: string | null, heritage: Heritage) => {
  const sex = draw.isTrue(0.49) ? ('female' as const) : ('male' as const);
  const own = asRecorded(draw, heritage);
  return { sex, ...own, nation: nation !== null && draw.isTrue(0.86) ? nation : null };
};

/** The children of one family as they are, or will be, around the day it first comes to notice. */
export const drawMembers = (draw: Stream, county: County, on: DayNumber): Member[] => {
  const isEnrolled = draw.isTrue(county.enrolled);
  const nation = isEnrolled ? (county.nation ?? nationNames[draw.below(nationNames.length)] ?? null) : null;
  const weights = populationMix(county).map((share, at) => share * (reporting[at] ?? 1));
  const group = raceGroups[draw.index(weights)] ?? 'white';
  const heritage = nation === null ? heritageOf(draw, group) : memberHeritage(draw);
  return birthDates(draw, on).map((bornOn, index) => ({
    index,
    bornOn,
    ...memberOf(draw, nation, heritage),
  }));
};

/** One older child whose family was never reported: courts, voluntary placements, adoptions that broke. */
export const drawLoneMember = (draw: Stream, county: County, on: DayNumber): Member[] => {
  const [first] = drawMembers(draw, county, on);
  if (!first) return [];
  const age = draw.isTrue(0.7) ? 12 + 5.8 * draw.next() : 11 * draw.next();
  return [{ ...first, bornOn: on - Math.floor(age * 365.25) }];
};
