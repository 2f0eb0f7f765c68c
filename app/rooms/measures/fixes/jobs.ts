/** A version's fix list made as a job of its own: for versions that were there before there were lists. */

import { z } from 'zod';
import { waitForHold } from '../../../commons/jobs/hold.ts';
import type { JobHandler, Step } from '../../../commons/jobs/job.ts';
import type { JobQueue } from '../../../commons/jobs/queue.ts';
import { type Scope, systemScope } from '../../../commons/permissions/scope.ts';
import { importLock } from '../imports/import-lock.ts';
import { getVersion } from '../imports/reads.ts';
import { openStagingFolder } from '../imports/staging-folder.ts';
import type { VersionStore } from '../imports/version.ts';
import { makeFixList } from './make-fix-list.ts';

export const fixListKind = 'fix-list';

const input = z.strictObject({ version: z.number().int() });

const stepOf = (step: string, rows: number): Step => ({
  ...{ step, file: null, rows },
  ...{ bytes: 0, totalBytes: 0 },
});

/** What the worker of `serve` does with a job of this kind. One list, or import, at a time. */
export const fixListHandler =
  (store: VersionStore, limits: { readonly memory: string; readonly threads: number }): JobHandler =>
  async (job) => {
    const scope = systemScope(`fix list job ${job.id}`, job.startedBy);
    const version = await getVersion(store, scope, input.parse(job.input).version);
    const wait = (): void => job.report(stepOf('Waiting for an import to end', 0));
    const hold = await waitForHold(store.database, importLock, wait, job.signal);
    const staging = await openStagingFolder(store.dataFolder, 'fix-list');
    try {
      const { listed, gone } = await makeFixList(store, scope, {
        ...{ ...limits, version, scratchFolder: staging.path },
        onProgress: (rows) => job.report(stepOf('Finding what is to be mended', rows)),
      });
      const found = `${listed.toLocaleString('en-US')} to mend`;
      return {
        ok: true,
        result: { version: version.number },
        sentence: `The fix list of version ${version.number} is made: ${found}, ${gone.toLocaleString('en-US')} gone since the version before.`,
      };
    } finally {
      await staging.remove();
      await hold.release();
    }
  };

export const startFixList = (
  queue: JobQueue,
  scope: Scope<'versions.import'>,
  version: number,
): Promise<string> =>
  queue.startJob(scope, {
    ...{ kind: fixListKind, title: `Making the fix list of version ${version}` },
    input: { version },
  });
