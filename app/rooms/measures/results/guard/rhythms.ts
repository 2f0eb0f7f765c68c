/**
 * How often each county, and the whole state, may be shown to people who see no small cells; and of each federal year,
 * which counties are hidden altogether. Decided once for a measure of a data version from all its months, so that no
 * order of asking learns more than another.
 */
import {
  type FinestRhythms,
  finestRhythms,
  type SafeRhythm,
} from '../../../../../statistics/small-numbers/finest-rhythms.ts';
import type { HiddenGroups } from '../../../../../statistics/small-numbers/hidden-groups.ts';
import type { CellFigure } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { catalog } from '../../catalog/catalog.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import { preparedWindows } from '../prepared.ts';
import type { SumRow } from '../sums.ts';
import type { VersionFiles } from '../version-files.ts';
import { cellFigureOf, noSums } from './cell-figure.ts';
import { federalYearOf, isFederalYear, monthsOfFederalYears, wholeMonths } from './federal-year.ts';
import { singleSums } from './guard-sums.ts';
import { keptByVersion } from './kept-by-version.ts';

/** Children in care on a first day are counted again in every month: no months that add up, so counties by year only. */
const countsStocks: ReadonlySet<MeasureId> = new Set(['P2', 'P3']);

export interface Rhythms {
  readonly counties: Readonly<Record<string, SafeRhythm>>;
  /** By the first day of the federal year. A year that is not there has nothing that may be shown below the state. */
  readonly years: ReadonlyMap<string, HiddenGroups>;
}

const monthlySeries = (
  measure: MeasureId,
  months: readonly Window[],
  rows: readonly SumRow[],
): Record<string, CellFigure[]> => {
  const counties = [...new Set(rows.flatMap(({ group_name }) => group_name ?? []))].toSorted();
  const byMonth = new Map(rows.map((row) => [`${row.group_name}/${row.window_from}`, row]));
  return Object.fromEntries(
    counties.map((county) => [
      county,
      months.map(({ from }) => cellFigureOf(catalog[measure], byMonth.get(`${county}/${from}`) ?? noSums)),
    ]),
  );
};

const yearlySeries = async (
  files: VersionFiles,
  measure: MeasureId,
  months: readonly Window[],
): Promise<Rhythms> => {
  const firsts = months.filter(({ from }) => from.slice(5) === '10-01');
  const years = firsts.map(({ from }) => ({ from, to: `${Number(from.slice(0, 4)) + 1}-09-30` }));
  const rows = (await singleSums(files, measure, years, ['county'])).filter(
    ({ group_name }) => group_name !== null,
  );
  const hidden = years.map((year): [string, HiddenGroups] => {
    const series = monthlySeries(
      measure,
      [year],
      rows.filter(({ window_from }) => window_from === year.from),
    );
    return [year.from, finestRhythms(series, 'year').years[0] ?? nothing];
  });
  const counties = [...new Set(rows.flatMap(({ group_name }) => group_name ?? []))];
  return {
    counties: Object.fromEntries(counties.map((county) => [county, 'year' as const])),
    years: new Map(hidden),
  };
};

const nothing: HiddenGroups = { isTotalHidden: false, hidden: new Set() };

const fromMonths = (months: readonly Window[], found: FinestRhythms): Rhythms => ({
  counties: found.places,
  years: new Map(found.years.map((hidden, index) => [months[12 * index]?.from ?? '', hidden])),
});

const decide = async (files: VersionFiles, measure: MeasureId): Promise<Rhythms> => {
  const prepared = [...(await preparedWindows(files))].map((key) => key.slice(0, 10)).toSorted();
  const { asOf } = files.manifest;
  const months = monthsOfFederalYears(prepared[0] ?? asOf, asOf);
  if (countsStocks.has(measure)) return yearlySeries(files, measure, months);
  const rows = (await singleSums(files, measure, months, ['county'])).filter(
    ({ group_name }) => group_name !== null,
  );
  return fromMonths(months, finestRhythms(monthlySeries(measure, months, rows), 'given'));
};

const kept = keptByVersion<Rhythms>();

export const rhythmsOf = (files: VersionFiles, measure: MeasureId): Promise<Rhythms> =>
  kept(files, measure, () => decide(files, measure));

const monthsIn: Readonly<Record<SafeRhythm, number>> = { month: 1, quarter: 3, year: 12 };

/** True when the window is made of whole periods of this rhythm. */
export const isMadeOf = (window: Window, rhythm: SafeRhythm): boolean => {
  const months = wholeMonths(window);
  if (months === null) return false;
  if (isFederalYear(window)) return true;
  const isAligned = (Number(window.from.slice(5, 7)) - 1) % monthsIn[rhythm] === 0;
  return rhythm !== 'year' && months % monthsIn[rhythm] === 0 && isAligned;
};

/** What is hidden of the federal year a window begins in. */
export const hiddenOfYear = ({ years }: Rhythms, { from }: Window): HiddenGroups | undefined =>
  years.get(federalYearOf(from));
