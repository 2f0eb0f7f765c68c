/**
 * What changes in Juniper, and when: factors on hazards and probabilities by county and day. Everything else is
 * steady. No figure of any measure is set anywhere; what the measures find, they find.
 */
import type { County } from './counties.ts';
import { type DayNumber, monthOf, parseDay } from './days.ts';

/** Fewer hearings: exits to a permanent family slow down by 15% in the counties concerned. */
export const hearingsFellOn = parseDay('2025-12-01');
export const hearingsFactor = 0.85;

/** A small county's court holds family-time hearings every month: exits to a permanent family speed up. */
export const familyTimeCourtOn = parseDay('2024-10-01');
export const familyTimeFactor = 1.8;

/** Kin are searched for on the day of removal: the odds that a first placement is with kin rise. */
export const kinSearchOn = parseDay('2026-05-01');
export const kinSearchOddsRatio = 1.45;

/** Exits by month of the year: school years end, courts rest, adoption day is in November. */
const seasons = [0.95, 0.95, 0.98, 0.98, 1.02, 1.08, 1.05, 1.04, 0.96, 0.97, 1.06, 0.96];
const highestSeason = Math.max(...seasons);

/** Factor on the hazard of an exit to a permanent family. */
export const permanencyFactor = (county: County, day: DayNumber): number => {
  let factor = county.permanency * (seasons[monthOf(day) % 12] ?? 1);
  if (county.hasFewerHearings && day >= hearingsFellOn) factor *= hearingsFactor;
  if (county.hasNewFamilyTimeCourt && day >= familyTimeCourtOn) factor *= familyTimeFactor;
  return factor;
};

/** What `permanencyFactor` never exceeds in this county; exits are drawn at this rate and thinned. */
export const highestPermanencyFactor = (county: County): number =>
  county.permanency * highestSeason * (county.hasNewFamilyTimeCourt ? familyTimeFactor : 1);

/** Probability that a first placement is with relatives or kin. */
export const kinFirstProbability = (county: County, day: DayNumber): number => {
  if (day < kinSearchOn) return county.kinFirst;
  const odds = (county.kinFirst / (1 - county.kinFirst)) * kinSearchOddsRatio;
  return odds / (1 + odds);
};
