/**
 * How often each county, and the whole state, may be shown to people who see no small cells; and of each federal year,
 * which counties are hidden altogether. Decided once for a family of measures of a data version from all its periods, so
 * that no order of asking learns more than another.
 */
import { type FinestRhythms, finestRhythms } from '../../../../../statistics/small-numbers/finest-rhythms.ts';
import type { HiddenGroups } from '../../../../../statistics/small-numbers/hidden-groups.ts';
import type {
  Periods,
  PlaceSeries,
  SafeRhythm,
} from '../../../../../statistics/small-numbers/place-series.ts';
import type { CellFigure, SmallCellRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import { preparedWindows } from '../prepared.ts';
import type { VersionFiles } from '../version-files.ts';
import { addMonths, windowFrom, windowsBetween } from '../windows.ts';
import { jointFigureOf } from './cell-figure.ts';
import { federalYearOf, firstFederalYear, isFederalYear, wholeMonths } from './federal-year.ts';
import { keptByVersion } from './kept-by-version.ts';
import { figureIn, isPlace, type StarCell, starCells } from './star-cells.ts';

/** Children in care on a first day are counted again in every month: no months that add up, so counties by year only. */
const countsStocks: ReadonlySet<MeasureId> = new Set(['P2', 'P3']);

export interface Rhythms {
  readonly counties: Readonly<Record<string, SafeRhythm>>;
  /** By the first day of the federal year. A year that is not there has nothing that may be shown below the state. */
  readonly years: ReadonlyMap<string, HiddenGroups>;
}

export type Timeline = Readonly<Record<SafeRhythm, readonly Window[]>>;

/** Every month, quarter and federal year from the first federal year that is kept whole. */
export const timelineOf = async (files: VersionFiles, isByYear = false): Promise<Timeline> => {
  const { asOf } = files.manifest;
  const [first = asOf] = [...(await preparedWindows(files))].map((key) => key.slice(0, 10)).toSorted();
  const from = firstFederalYear(first);
  const year: Window[] = [];
  for (let begin = from; begin <= asOf; begin = addMonths(begin, 12)) year.push(windowFrom(begin));
  if (isByYear || year.length === 0) return { month: [], quarter: [], year };
  return { month: windowsBetween('month', from, asOf), quarter: windowsBetween('quarter', from, asOf), year };
};

/** Of each place, its cell in each window. */
type CellsOfPlace = ReadonlyMap<string, StarCell>;

const placeKey = (county: string, unit: string | null): string => JSON.stringify([county, unit]);

const readPlaces = async (
  files: VersionFiles,
  family: readonly MeasureId[],
  windows: readonly Window[],
): Promise<ReadonlyMap<string, CellsOfPlace>> => {
  if (windows.length === 0) return new Map();
  const found = await starCells(files, family, windows, []);
  return new Map(
    [...found].map(([from, cells]) => [
      from,
      new Map(cells.map((cell) => [placeKey(cell.county ?? '', cell.unit), cell])),
    ]),
  );
};

type Read = Readonly<
  Record<SafeRhythm, { windows: readonly Window[]; places: ReadonlyMap<string, CellsOfPlace> }>
>;

const seriesOf = (family: readonly MeasureId[], read: Read, key: string): Required<Periods> => {
  const figureOf = figureIn(family);
  const none = jointFigureOf(family, () => undefined);
  const periods = ({ windows, places }: Read[SafeRhythm]): CellFigure[] =>
    windows.map(({ from }) => {
      const cell = places.get(from)?.get(key);
      return cell ? figureOf(cell) : none;
    });
  return { month: periods(read.month), quarter: periods(read.quarter), year: periods(read.year) };
};

/** Each county with what people of its units know of it. */
const placesIn = (family: readonly MeasureId[], read: Read): Record<string, PlaceSeries> => {
  const cells = Object.values(read).flatMap(({ places }) => [...places.values()]);
  const keys = [...new Set(cells.flatMap((own) => [...own.keys()]))];
  const places = keys.map((key): [string, string | null] => JSON.parse(key));
  const counties = places.filter(([, unit]) => unit === null).map(([county]) => county);
  return Object.fromEntries(
    counties.map((county) => {
      const units = places.filter(([own, unit]) => own === county && isPlace(own) && isPlace(unit));
      return [
        county,
        {
          ...seriesOf(family, read, placeKey(county, null)),
          units: units.map(([, unit]) => seriesOf(family, read, placeKey(county, unit))),
        },
      ];
    }),
  );
};

const rhythmsFrom = (found: FinestRhythms, years: readonly Window[]): Rhythms => ({
  counties: found.places,
  years: new Map(
    years.flatMap(({ from }, index) => {
      const hidden = found.years[index];
      return hidden ? [[from, hidden] as const] : [];
    }),
  ),
});

const decide = async (
  files: VersionFiles,
  family: readonly MeasureId[],
  rule: SmallCellRule,
): Promise<Rhythms> => {
  const isByYear = family.some((measure) => countsStocks.has(measure));
  const { month, quarter, year } = await timelineOf(files, isByYear);
  const read: Read = {
    month: { windows: month, places: await readPlaces(files, family, month) },
    quarter: { windows: quarter, places: await readPlaces(files, family, quarter) },
    year: { windows: year, places: await readPlaces(files, family, year) },
  };
  const finest = isByYear ? 'year' : 'month';
  const options = { finest, rule, insiders: true, isWholeGiven: true } as const;
  return rhythmsFrom(finestRhythms(placesIn(family, read), options), year);
};

const kept = keptByVersion<Rhythms>();

export const rhythmsOf = (
  files: VersionFiles,
  family: readonly MeasureId[],
  rule: SmallCellRule,
): Promise<Rhythms> =>
  kept(files, `${family.join()} ${JSON.stringify(rule)}`, () => decide(files, family, rule));

const monthsIn: Readonly<Record<SafeRhythm, number>> = { month: 1, quarter: 3, year: 12 };

/** True when the window is a period that may be shown in this rhythm: those below the state do not overlap. */
export const isPeriodOf = (window: Window, rhythm: SafeRhythm): boolean => {
  if (isFederalYear(window)) return true;
  const months = wholeMonths(window);
  if (rhythm === 'year' || months === null || months === 12 || months < monthsIn[rhythm]) return false;
  return (Number(window.from.slice(5, 7)) - 1) % months === 0;
};

/** What is hidden of the federal year a window begins in. */
export const hiddenOfYear = ({ years }: Rhythms, { from }: Window): HiddenGroups | undefined =>
  years.get(federalYearOf(from));
