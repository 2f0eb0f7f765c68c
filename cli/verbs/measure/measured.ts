/** The figures one call asks for. */
import { Invalid } from '../../../app/platform/errors.ts';
import {
  anybody,
  type Computed,
  computeFigures,
  droppedOf,
  type FigureRequest,
  figuresOf,
  type GuardedFiles,
  type VersionFiles,
  windowsOf,
} from '../../../app/rooms/measures/public.ts';
import type { MeasureCall } from './call.ts';

export interface Measured extends Computed {
  readonly asOf: string;
}

const requestOf = (call: MeasureCall, files: VersionFiles): FigureRequest => {
  const asOf = call.asOf ?? files.manifest.asOf;
  const windows = call.window ? [call.window] : call.series ? windowsOf({ ...call.series, asOf }) : [];
  if (windows.length === 0) throw new Invalid('No window of this series has begun by the as-of day.');
  return { measures: call.measures, windows, by: call.by, asOf };
};

/** Every cell, however small. Throws `Invalid` when no window of a series has begun by as-of. */
export const measured = async (call: MeasureCall, files: VersionFiles): Promise<Measured> => {
  const request = requestOf(call, files);
  return { ...(await computeFigures(files, request)), asOf: request.asOf };
};

/** What may be shown to anybody: cells of few children, and what would give them away, are left out. */
export const guardedMeasured = async (call: MeasureCall, files: GuardedFiles): Promise<Measured> => {
  const request = requestOf(call, files);
  const viewed = { ...files, viewer: anybody, onSmallCells: () => {} };
  const figures = await figuresOf(viewed, request);
  return { figures, dropped: await droppedOf(files, request.asOf), asOf: request.asOf };
};
