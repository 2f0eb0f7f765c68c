/** Everything a measure page reads: the chosen figure and its cut, the series, the counterpart. */
import {
  type Breakdown,
  catalog,
  type Figure,
  figuresOf,
  type MeasureDefinition,
  marksOn,
  type PolicyChange,
  seesAllOf,
  type Window,
} from '../../rooms/measures/public.ts';
import type { PageFiles } from '../version-in-use.ts';
import { finestRun, type RunRhythm } from './finest-run.ts';
import { finalCandidates, finalFederalYears, lastFinal, newestOver } from './last-final.ts';
import { type Comparisons, readComparisons } from './measure-comparisons.ts';
import type { MeasureFilters } from './measure-filters.ts';
import type { MeasureRun } from './measure-run.ts';
import { type MeasureSummary, seriesStart, summarise } from './measure-summary.ts';
import { oneFigure } from './one-figure.ts';
import { summariesOf } from './summaries-in-memory.ts';

export interface MeasureReading extends Comparisons {
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
  /** Of policy, on this chart. */
  readonly changes: readonly PolicyChange[];
}

type Files = PageFiles;

/**
 * The last final window; where there is none, the newest that is over. Of a place or group whose small cells this reader
 * may not see, the last final federal year: nothing else of it is shown.
 */
export const defaultWindow = async (
  files: Files,
  definition: MeasureDefinition,
  where: MeasureFilters['where'] = {},
): Promise<Window> => {
  const { asOf } = files.manifest;
  const isByYear = Object.keys(where).length > 0 && !seesAllOf(files, where);
  const windows = isByYear ? finalFederalYears(definition, asOf) : finalCandidates(definition, asOf);
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

export const readMeasure = async (
  files: Files,
  definition: MeasureDefinition,
  filters: MeasureFilters,
): Promise<MeasureReading> => {
  const { where } = filters;
  const window = filters.window ?? (await defaultWindow(files, definition, where));
  const since = filters.since ?? seriesStart(files.manifest.asOf);
  const cut = filters.cut ?? definition.breakdowns[0] ?? 'county';
  const { run, rhythm } = await finestRun(files, definition, where, since);
  return {
    definition: catalog[definition.id],
    window,
    since,
    cut,
    figure: await oneFigure(
      files,
      definition,
      window,
      cut === 'race_ethnicity' ? [cut, 'aian_any'] : [cut],
      where,
    ),
    whole: await oneFigure(files, definition, window, definition.breakdowns, {}),
    run,
    rhythm,
    partner: await partnerOf(files, definition, where),
    changes: marksOn(files.policyChanges, definition.id, where),
    ...(await readComparisons(files, definition, where, { window, since, cut })),
  };
};
