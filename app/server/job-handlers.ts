/** Which kinds of job this server does, and who does them. */
import type { JobHandlers } from '../commons/jobs/queue.ts';
import type { Config } from '../platform/config.ts';
import { importHandler, importKind, type VersionStore } from '../rooms/measures/public.ts';

export const jobHandlersOf = (store: VersionStore, config: Config): JobHandlers => ({
  [importKind]: importHandler(store, { memory: config.analyticsMemory, threads: config.analyticsThreads }),
});
