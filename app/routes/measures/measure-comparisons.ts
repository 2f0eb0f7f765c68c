/** What a measure page holds against each other: places, the groups of the cut over time, and who it happens to. */
import {
  type Breakdown,
  type Figure,
  figuresOf,
  type MeasureDefinition,
  type Who,
  type Window,
  whoOf,
  windowFrom,
} from '../../rooms/measures/public.ts';
import type { PageFiles } from '../version-in-use.ts';
import type { MeasureFilters } from './measure-filters.ts';
import { oneFigure } from './one-figure.ts';
import { type OverTimeReading, readOverTime } from './over-time-reading.ts';

export interface Comparisons {
  /** The window of `places` and `who`: the page's own, or the federal year before it where only that may be shown. */
  readonly compared: Window;
  /** Counties and units of that window, whatever place was chosen. */
  readonly places: Figure;
  /** The groups of the cut over time. */
  readonly overTime: OverTimeReading;
  /** Null where the measure does not say who a child is. */
  readonly who: Who | null;
}

type Where = MeasureFilters['where'];

const without = (where: Where, left: readonly Breakdown[]): Where =>
  Object.fromEntries(Object.entries(where).filter(([breakdown]) => !left.some((one) => one === breakdown)));

const places = ['county', 'unit'] as const;
const people = ['age', 'race_ethnicity', 'aian_any', 'sex'] as const;

/** What a cut lets go of the filters: itself, so that there is something beside what was chosen. */
const beside: Readonly<Record<Breakdown, readonly Breakdown[]>> = {
  county: places,
  unit: ['unit'],
  age: people,
  race_ethnicity: people,
  aian_any: people,
  sex: people,
};

/** The last federal year, October to September, that is over when the window is. */
const federalYearBefore = ({ to }: Window): Window => {
  const year = Number(to.slice(0, 4)) - (to.slice(5) >= '09-30' ? 1 : 2);
  return windowFrom(`${year}-10-01`);
};

const isAllHidden = ({ by }: Figure): boolean => {
  const cells = Object.values(by.county ?? {});
  return cells.some(({ hidden }) => hidden !== undefined) && cells.every(({ value }) => value === null);
};

/** Windows other than federal years are not shown of small places to everybody: then the year before stands in. */
const readPlaces = async (
  files: PageFiles,
  definition: MeasureDefinition,
  window: Window,
  where: Where,
): Promise<Figure> => {
  const own = await oneFigure(files, definition, window, places, where);
  const year = federalYearBefore(window);
  return isAllHidden(own) && year.from !== window.from
    ? oneFigure(files, definition, year, places, where)
    : own;
};

/** Each keeps the other filter: places of the chosen children, groups of the chosen place. */
export const readComparisons = async (
  files: PageFiles,
  definition: MeasureDefinition,
  where: Where,
  { window, since, cut }: { readonly window: Window; readonly since: string; readonly cut: Breakdown },
): Promise<Comparisons> => {
  const { asOf } = files.manifest;
  const measure = definition.id;
  const held = await readPlaces(files, definition, window, without(where, places));
  const series = { measure, from: since, to: asOf, asOf, where: without(where, beside[cut]) };
  return {
    compared: held.window,
    places: held,
    overTime: await readOverTime(files, series, cut),
    who: await whoOf((request) => figuresOf(files, request), {
      measure,
      window: held.window,
      where: without(where, people),
      asOf,
    }),
  };
};
