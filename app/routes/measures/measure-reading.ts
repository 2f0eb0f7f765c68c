/** Everything a measure page reads: the chosen figure and its cut, the series, the counterpart. */
import {
  type Breakdown,
  catalog,
  type Figure,
  figuresOf,
  type MeasureDefinition,
  type ViewedFiles,
  type Who,
  type Window,
  whoOf,
} from '../../rooms/measures/public.ts';
import { finestRun, type RunRhythm } from './finest-run.ts';
import { finalCandidates, lastFinal, newestOver } from './last-final.ts';
import type { MeasureFilters } from './measure-filters.ts';
import type { MeasureRun } from './measure-run.ts';
import { type MeasureSummary, seriesStart, summarise } from './measure-summary.ts';
import { type OverTimeReading, readOverTime } from './over-time-reading.ts';
import { summariesOf } from './summaries-in-memory.ts';

export interface MeasureReading {
  readonly definition: MeasureDefinition;
  readonly window: Window;
  readonly since: string;
  readonly cut: Breakdown;
  readonly figure: Figure;
  /** Every breakdown of the same window for the whole agency: what can be chosen. */
  readonly whole: Figure;
  readonly run: MeasureRun;
  readonly rhythm: RunRhythm;
  readonly partner: MeasureSummary;
  /** Counties and units of the window, of the whole agency: what can be held against each other. */
  readonly places: Figure;
  /** The groups of the cut over time. */
  readonly overTime: OverTimeReading;
  /** Null where the measure does not say who a child is. */
  readonly who: Who | null;
}

type Files = ViewedFiles;

const one = async (
  files: Files,
  definition: MeasureDefinition,
  window: Window,
  by: readonly Breakdown[],
  where: MeasureFilters['where'],
): Promise<Figure> => {
  const { asOf } = files.manifest;
  const [figure] = await figuresOf(files, { measures: [definition.id], windows: [window], by, where, asOf });
  if (!figure) throw new Error('A request for one figure gave none.');
  return figure;
};

/** The last final window; where there is none, the newest that is over. */
export const defaultWindow = async (files: Files, definition: MeasureDefinition): Promise<Window> => {
  const { asOf } = files.manifest;
  const windows = finalCandidates(definition, asOf);
  const figures = await figuresOf(files, { measures: [definition.id], windows, by: [], where: {}, asOf });
  return lastFinal(figures)?.window ?? newestOver(asOf);
};

const partnerOf = async (
  files: Files,
  definition: MeasureDefinition,
  where: MeasureFilters['where'],
): Promise<MeasureSummary> =>
  Object.keys(where).length === 0
    ? (await summariesOf(files))[definition.partner]
    : summarise(files, definition.partner, where);

const without = (where: MeasureFilters['where'], left: readonly Breakdown[]): MeasureFilters['where'] =>
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

/** What is held against each other keeps the other filter: places of the chosen children, groups of the chosen place. */
const comparisons = async (
  files: Files,
  definition: MeasureDefinition,
  { where }: MeasureFilters,
  { window, since, cut }: Pick<MeasureReading, 'window' | 'since' | 'cut'>,
): Promise<Pick<MeasureReading, 'places' | 'overTime' | 'who'>> => {
  const { asOf } = files.manifest;
  const series = { measure: definition.id, from: since, to: asOf, asOf };
  return {
    places: await one(files, definition, window, places, without(where, places)),
    overTime: await readOverTime(files, { ...series, where: without(where, beside[cut]) }, cut),
    who: await whoOf((request) => figuresOf(files, request), {
      measure: definition.id,
      window,
      where: without(where, people),
      asOf,
    }),
  };
};

export const readMeasure = async (
  files: Files,
  definition: MeasureDefinition,
  filters: MeasureFilters,
): Promise<MeasureReading> => {
  const { where } = filters;
  const window = filters.window ?? (await defaultWindow(files, definition));
  const since = filters.since ?? seriesStart(files.manifest.asOf);
  const cut = filters.cut ?? definition.breakdowns[0] ?? 'county';
  const { run, rhythm } = await finestRun(files, definition, where, since);
  return {
    definition: catalog[definition.id],
    window,
    since,
    cut,
    figure: await one(files, definition, window, cut === 'race_ethnicity' ? [cut, 'aian_any'] : [cut], where),
    whole: await one(files, definition, window, definition.breakdowns, {}),
    run,
    rhythm,
    partner: await partnerOf(files, definition, where),
    ...(await comparisons(files, definition, filters, { window, since, cut })),
  };
};
