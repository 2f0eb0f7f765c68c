/** Where a child lives while in care: a first placement, moves, short absences, and the way home. */
import type { County } from './counties.ts';
import type { DayNumber } from './days.ts';
import type { Exit } from './exits.ts';
import { moveHazard } from './hazards.ts';
import type { Stream } from './random.ts';
import type { Placement, Setting } from './records.ts';

export interface Home {
  readonly setting: Setting;
  readonly provider: string | null;
}

export interface Whereabouts {
  readonly county: County;
  readonly removedOn: DayNumber;
  readonly bornOn: DayNumber;
  readonly exit: Exit | null;
  /** Nothing after this day is written. */
  readonly until: DayNumber;
  /** Names the homes of this family's own kin. */
  readonly familyCode: string;
  readonly first: Home;
}

type Weights = readonly (readonly [Setting, number])[];

const youngOthers: Weights = [
  ['foster_home_nonrelative', 88],
  ['shelter', 7],
  ['group_home', 2],
  ['institution', 1],
  ['medical', 2],
];
const teenOthers: Weights = [
  ['foster_home_nonrelative', 55],
  ['group_home', 17],
  ['shelter', 12],
  ['residential_treatment', 8],
  ['juvenile_justice', 4],
  ['psychiatric_hospital', 2],
  ['institution', 1],
  ['runaway', 0.6],
];
const nearlyAdult: Weights = [...teenOthers, ['supervised_independent_living', 18]];

const othersAt = (ageYears: number): Weights => {
  if (ageYears < 11) return youngOthers;
  return ageYears < 17 ? teenOthers : nearlyAdult;
};

const uncounted = new Set<Setting>(['runaway', 'trial_home_visit', 'respite', 'medical']);
const isKin = (setting: Setting): boolean =>
  setting === 'foster_home_relative' || setting === 'foster_home_kin';
const isFamilyHome = (setting: Setting): boolean => isKin(setting) || setting === 'foster_home_nonrelative';

/** A home of the county, or of the family's own kin; null for settings that have no provider. */
const providerOf = (draw: Stream, county: County, familyCode: string, setting: Setting): string | null => {
  if (setting === 'runaway' || setting === 'trial_home_visit' || draw.isTrue(0.008)) return null;
  if (isKin(setting)) return `K${familyCode}${draw.below(36).toString(36).toUpperCase()}`;
  const homes = setting === 'foster_home_nonrelative' ? 40 + county.share * 5000 : 3 + county.share * 120;
  const letter = setting === 'foster_home_nonrelative' ? 'H' : 'F';
  return `${letter}${county.code.slice(2)}${String(draw.below(Math.ceil(homes))).padStart(4, '0')}`;
};

/** A home for a child of this age; `kin` is the probability that it is with relatives or kin. */
export const drawHome = (
  draw: Stream,
  county: County,
  familyCode: string,
  ageYears: number,
  kin: number,
): Home => {
  const isWithKin = draw.isTrue(kin);
  const setting = isWithKin
    ? draw.isTrue(0.78)
      ? 'foster_home_relative'
      : 'foster_home_kin'
    : draw.pick(othersAt(ageYears));
  return { setting, provider: providerOf(draw, county, familyCode, setting) };
};

const bins = [30, 90, 180, 365, Number.POSITIVE_INFINITY];
const laterKin = 0.29;

interface Absence {
  readonly setting: Setting;
  readonly perDay: number;
  readonly days: readonly [number, number];
  /** Probability that the child comes back to the same home. */
  readonly back: number;
}

const absences = (ageYears: number): readonly Absence[] => [
  { setting: 'runaway', perDay: ageYears >= 13 ? 0.0008 : 0, days: [1, 35], back: 0.55 },
  { setting: 'respite', perDay: 0.00025, days: [2, 6], back: 0.99 },
  { setting: 'medical', perDay: ageYears < 1 ? 0.0003 : 0.00008, days: [2, 12], back: 0.96 },
];

const settingFactor = (setting: Setting): number => {
  if (isKin(setting)) return 0.62;
  if (setting === 'shelter') return 3;
  return isFamilyHome(setting) || setting === 'preadoptive_home' ? 1 : 1.3;
};

const ageFactor = (ageYears: number): number => (ageYears < 1 ? 0.72 : ageYears < 11 ? 0.95 : 1.3);

/** The last stretch: a trial home visit before reunification, a pre-adoptive home before adoption. */
const lastStretch = (draw: Stream, at: Whereabouts): { on: DayNumber; setting: Setting } | null => {
  if (at.exit === null) return null;
  if (at.exit.reason === 'reunification' && draw.isTrue(0.36)) {
    const on = at.exit.on - draw.between(10, 110);
    return on > at.removedOn + 20 ? { on, setting: 'trial_home_visit' } : null;
  }
  if (at.exit.reason !== 'adoption') return null;
  const on = at.exit.on - draw.between(60, 300);
  return on > at.removedOn + 30 ? { on, setting: 'preadoptive_home' } : null;
};

/** Walks from the first home until `stopOn`; returns the rows and the home the child lived in at the end. */
const walk = (draw: Stream, at: Whereabouts, stopOn: DayNumber): { rows: Placement[]; home: Home } => {
  const rows: Placement[] = [{ startOn: at.removedOn, ...at.first }];
  let home = at.first;
  let day = at.removedOn;
  const settle = (startOn: DayNumber, next: Home) => {
    rows.push({ startOn, ...next });
    if (!uncounted.has(next.setting)) home = next;
  };
  while (day < stopOn) {
    const inCare = day - at.removedOn;
    const ageYears = (day - at.bornOn) / 365.25;
    const away = absences(ageYears);
    const isUnsettled = uncounted.has(home.setting);
    const move = isUnsettled
      ? 0.08
      : moveHazard(inCare) * settingFactor(home.setting) * ageFactor(ageYears) * at.county.moves;
    const rates = [move, ...away.map(({ perDay }) => perDay)];
    const wait = draw.exponential(1) / rates.reduce((sum, rate) => sum + rate, 0);
    const binEnd = at.removedOn + (bins.find((bin) => bin > inCare) ?? 0);
    if (day + wait >= binEnd) {
      day = binEnd;
      continue;
    }
    day = Math.floor(day + wait) + 1;
    if (day >= stopOn) break;
    const absence = away[draw.index(rates) - 1];
    if (absence) {
      rows.push({ startOn: day, setting: absence.setting, provider: null });
      day += draw.between(...absence.days);
      if (day >= stopOn) break;
    }
    const isBack = absence !== undefined && !isUnsettled && draw.isTrue(absence.back);
    settle(day, isBack ? home : drawHome(draw, at.county, at.familyCode, ageYears, laterKin));
  }
  return { rows, home };
};

/** All placements of one stay, in order, starting on different days, the first on the day of removal. */
export const drawPlacements = (draw: Stream, at: Whereabouts): Placement[] => {
  const endOn = Math.min(at.exit?.on ?? Number.POSITIVE_INFINITY, at.until + 1);
  const last = lastStretch(draw, at);
  const { rows, home } = walk(draw, at, Math.min(endOn, last?.on ?? endOn));
  if (last === null || last.on >= endOn) return rows;
  if (last.setting === 'trial_home_visit')
    rows.push({ startOn: last.on, setting: last.setting, provider: null });
  else if (isFamilyHome(home.setting) && rows.at(-1)?.setting === home.setting) {
    rows.push({ startOn: last.on, setting: last.setting, provider: home.provider });
  }
  return rows;
};
