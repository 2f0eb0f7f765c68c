/** What pages, exports and the command line ask: figures, series, dropped records of one data version. */
import type { Day } from '../../../platform/clock.ts';
import type { Breakdown, MeasureId } from '../catalog/definition-shape.ts';
import { computeFigures } from './compute.ts';
import type { Dropped, Figure, FigureRequest, Window } from './figure.ts';
import { isFederalYear } from './guard/federal-year.ts';
import { preparedDropped, preparedFigures } from './prepared.ts';
import type { VersionFiles } from './version-files.ts';
import { type Rhythm, rollingWindows, windowsBetween } from './windows.ts';

const mayBePrepared = (files: VersionFiles, asOf: Day): boolean =>
  files.derivedFolder !== null && asOf === files.manifest.asOf;

/**
 * Figures in the order of the request, measure by measure and window by window. Standard windows as of the
 * data's own day come from what is kept prepared (computed first where it is not there yet, which takes a
 * while once); anything else is computed from the records. Throws `Invalid` for an as-of beyond the data's
 * and for a window that has not begun.
 */
export const figuresOf = async (files: VersionFiles, request: FigureRequest): Promise<readonly Figure[]> => {
  const prepared = mayBePrepared(files, request.asOf) ? await preparedFigures(files, request) : null;
  return prepared ?? (await computeFigures(files, request)).figures;
};

export interface SeriesRequest {
  readonly measure: MeasureId;
  /** `year`: 12-month windows that begin on the first of each month. `federal_year`: those from October to September. */
  readonly rhythm: Rhythm | 'year' | 'federal_year';
  /** First and last day that any window may begin on. */
  readonly from: Day;
  readonly to: Day;
  readonly by?: readonly Breakdown[];
  readonly where?: Readonly<Partial<Record<Breakdown, string>>>;
  readonly asOf: Day;
}

/** The windows of a series; none that begins after as-of. */
export const windowsOf = ({ rhythm, from, to, asOf }: Omit<SeriesRequest, 'measure'>): Window[] => {
  const until = to < asOf ? to : asOf;
  if (rhythm === 'federal_year') return rollingWindows(from, until).filter(isFederalYear);
  return rhythm === 'year' ? rollingWindows(from, until) : windowsBetween(rhythm, from, until);
};

/** Episodes that fail a record check, each under the first it fails. */
export const droppedOf = async (files: VersionFiles, asOf: Day): Promise<Dropped> => {
  if (mayBePrepared(files, asOf)) return preparedDropped(files);
  return (await computeFigures(files, { measures: [], windows: [], by: [], asOf })).dropped;
};
