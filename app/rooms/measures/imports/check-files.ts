/** What an import of these files would say, without importing: no database, nothing kept. */
import { todayOn } from '../../../platform/clock.ts';
import type { Preferences } from './forms.ts';
import type { Limits } from './import-files.ts';
import type { Staged, StageRequest } from './stage.ts';
import { stageVersion } from './stage-version.ts';

export interface CheckRequest
  extends Limits,
    Pick<StageRequest, 'onProgress' | 'signal' | 'mapping' | 'asOf'> {
  readonly paths: readonly string[];
  readonly prefer?: Preferences;
  readonly ncandsLayout?: string;
  /** An empty folder of mode 0700 that the caller removes. */
  readonly folder: string;
}

/** The manifest the version would have, or why there would be none; the problems in both cases. */
export const checkFiles = (request: CheckRequest): Promise<Staged> =>
  stageVersion({ ...request, today: todayOn() });
