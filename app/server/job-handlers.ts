/** Which kinds of job this server does, what its schedules call, and who does them. */
import { verifyHandler, verifyKind } from '../commons/audit/jobs.ts';
import type { JobHandlers, JobQueue, Ticks } from '../commons/jobs/queue.ts';
import type { Config } from '../platform/config.ts';
import {
  checkHandler,
  checkKind,
  dropHandler,
  dropKind,
  dropTick,
  fixListHandler,
  fixListKind,
  importHandler,
  importKind,
  type VersionStore,
} from '../rooms/measures/public.ts';

const limitsOf = ({ analyticsMemory, analyticsThreads }: Config) => ({
  memory: analyticsMemory,
  threads: analyticsThreads,
});

export const jobHandlersOf = (store: VersionStore, config: Config): JobHandlers => {
  const limits = limitsOf(config);
  return {
    [importKind]: importHandler(store, limits),
    [fixListKind]: fixListHandler(store, limits),
    [checkKind]: checkHandler(store, limits),
    [dropKind]: dropHandler({ store, limits, drop: config.dropFolder }),
    [verifyKind]: verifyHandler(store.database),
  };
};

/** `queue` is there by the time the first of them comes. */
export const ticksOf = (store: VersionStore, config: Config, queue: () => JobQueue): Ticks => ({
  [dropKind]: dropTick({ store, limits: limitsOf(config), drop: config.dropFolder }, queue),
});
