/** One thing a measure counts, with what it is broken down by. */
import type { Day } from '../../app/platform/clock.ts';
import type { Child } from './case-rows.ts';
import { plusMonths } from './days.ts';
import type { Episode } from './episode.ts';

export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
  readonly child: Child | undefined;
  readonly county: string | null;
  readonly unit: string | null;
  readonly age: string;
}

/** N months old on the day with the same number N months after birth, clipped to the month's end. */
const monthsOldOn = (bornOn: Day, on: Day): number => {
  const monthsOf = (day: Day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  const months = monthsOf(on) - monthsOf(bornOn);
  return plusMonths(bornOn, months) <= on ? months : months - 1;
};

export const yearsBand = (years: number): string => {
  if (years <= 5) return '1-5';
  if (years <= 10) return '6-10';
  return years <= 16 ? '11-16' : '17';
};

export const ageBandOn = (bornOn: Day, on: Day): string => {
  const months = monthsOldOn(bornOn, on);
  if (months < 4) return '0-3 months';
  return months < 12 ? '4-11 months' : yearsBand(Math.floor(months / 12));
};

/** Counted under the episode's child, county and unit, and the child's age on a day. */
export const countedEpisode = (
  episode: Episode,
  ageOn: Day,
  numerator: number,
  denominator: number,
): Counted => ({
  ...{ numerator, denominator, child: episode.child },
  county: episode.removal.county,
  unit: episode.removal.unit,
  age: ageBandOn(episode.bornOn, ageOn),
});
