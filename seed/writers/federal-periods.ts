/** The half-years of AFCARS and the federal fiscal years of NCANDS that a world spans. */
import { type DayNumber, dayNumber, monthOf, parseDay, yearOf } from '../days.ts';
import type { World } from '../records.ts';

export interface Period {
  /** `202303` for the half-year that ends in March 2023. */
  readonly code: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** From this day on, half-years are reported as XML; before it, as records of fixed width. */
export const xmlBeginsOn = parseDay('2022-10-01');

const halfYears = (world: World): Period[] => {
  const periods: Period[] = [];
  for (let year = yearOf(world.from); year <= yearOf(world.asOf); year++) {
    periods.push(
      { code: `${year}03`, from: dayNumber(year - 1, 10, 1), to: dayNumber(year, 3, 31) },
      { code: `${year}09`, from: dayNumber(year, 4, 1), to: dayNumber(year, 9, 30) },
    );
  }
  return periods.filter(({ from, to }) => from >= world.from && to <= world.asOf);
};

export const xmlPeriods = (world: World): Period[] =>
  halfYears(world).filter(({ from }) => from >= xmlBeginsOn);
export const legacyPeriods = (world: World): Period[] =>
  halfYears(world).filter(({ to }) => to < xmlBeginsOn);

/** The federal fiscal year of a day: it begins on 1 October of the year before. */
export const fiscalYearOf = (day: DayNumber): number => Math.floor((monthOf(day) + 3) / 12);
