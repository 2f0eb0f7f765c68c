/** The figures of the version in use are not all there yet. */
import { NotFound } from '../../platform/errors.ts';
import { findReadyVersion } from '../prepared-version.ts';
import type { Asking, VersionInUse } from '../version-in-use.ts';

export class StillPreparing extends Error {
  override name = 'StillPreparing';
}

/** Throws `StillPreparing`, and `NotFound` before the first import. */
export const getReadyVersion = async (asking: Asking): Promise<VersionInUse> => {
  const found = await findReadyVersion(asking);
  if (found.state === 'ready') return found.version;
  if (found.state === 'none')
    throw new NotFound('No case data have been brought in yet, so there is nothing to give.');
  const { done, of } = found.preparing;
  throw new StillPreparing(
    of > 0
      ? `The figures of the newest data are being prepared: ${done} of ${of} steps are done.`
      : 'The figures of the newest data are being prepared.',
  );
};
