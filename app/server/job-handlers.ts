/** Which kinds of job this server does, and who does them. */
import type { JobHandlers } from '../commons/jobs/queue.ts';
import type { Config } from '../platform/config.ts';
import {
  fixListHandler,
  fixListKind,
  importHandler,
  importKind,
  type VersionStore,
} from '../rooms/measures/public.ts';

export const jobHandlersOf = (store: VersionStore, config: Config): JobHandlers => {
  const limits = { memory: config.analyticsMemory, threads: config.analyticsThreads };
  return {
    [importKind]: importHandler(store, limits),
    [fixListKind]: fixListHandler(store, limits),
  };
};
