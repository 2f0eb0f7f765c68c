/** The figures one call asks for. */
import { Invalid } from '../../../app/platform/errors.ts';
import {
  type Computed,
  computeFigures,
  type VersionFiles,
  windowsOf,
} from '../../../app/rooms/measures/public.ts';
import type { MeasureCall } from './call.ts';

export interface Measured extends Computed {
  readonly asOf: string;
}

/** Throws `Invalid` when no window of a series has begun by as-of. */
export const measured = async (call: MeasureCall, files: VersionFiles): Promise<Measured> => {
  const asOf = call.asOf ?? files.manifest.asOf;
  const windows = call.window ? [call.window] : call.series ? windowsOf({ ...call.series, asOf }) : [];
  if (windows.length === 0) throw new Invalid('No window of this series has begun by the as-of day.');
  const computed = await computeFigures(files, { measures: call.measures, windows, by: call.by, asOf });
  return { ...computed, asOf };
};
