/** Looks at the drop folder: on the queue's schedule, or when somebody asks. */
import { mkdir } from 'node:fs/promises';
import { tryHold } from '../../../../commons/jobs/hold.ts';
import type { JobHandler, JobOutcome, JobRequest } from '../../../../commons/jobs/job.ts';
import type { JobQueue } from '../../../../commons/jobs/queue.ts';
import { type Scope, systemScope } from '../../../../commons/permissions/scope.ts';
import { nowAt } from '../../../../platform/clock.ts';
import { asJobOutcome } from '../jobs.ts';
import { findDropSets, prepareDrop } from './drop-sets.ts';
import type { DropForm } from './forms.ts';
import { type DropPlace, importSet } from './import-set.ts';
import { getDropState } from './reads.ts';
import { cronOf } from './rules.ts';
import { changeDrop, keepLook } from './writes.ts';

export const dropKind = 'drop-folder';

const lookRequest: JobRequest = { kind: dropKind, title: 'Looking at the drop folder', input: {} };

const nothing = 'Nothing new was there.';
const stillComing = 'Files were still being written: the next look takes them.';
const unreadable = 'The drop folder could not be read. Look at its path and its rights.';

const look = async (place: DropPlace, onBehalfOf: string, watch: Parameters<JobHandler>[0]) => {
  const scope = systemScope('drop folder', onBehalfOf);
  const { database } = place.store;
  const { putInUse } = await getDropState(database, scope);
  await prepareDrop(place.drop);
  const sets = await findDropSets(place.drop, nowAt());
  let last: JobOutcome = { ok: true, sentence: sets.length > 0 ? stillComing : nothing };
  for (const set of sets.filter(({ isComplete }) => isComplete)) {
    watch.signal.throwIfAborted();
    last = asJobOutcome(await importSet(place, scope, set, putInUse, watch));
  }
  await keepLook(database, scope, last.sentence, watch.id);
  return last;
};

/** What the worker of `serve` does with a job of this kind. Two at once would take the same files. */
export const dropHandler =
  (place: DropPlace): JobHandler =>
  async (job) => {
    const hold = await tryHold(place.store.database, 'midcourse drop folder');
    if (!hold) return { ok: true, sentence: 'Another look is under way.' };
    try {
      return await look(place, job.startedBy, job);
    } finally {
      await hold.release();
    }
  };

/** What the schedule calls: a look that finds nothing leaves no job behind. */
export const dropTick =
  ({ store, drop }: DropPlace, queue: () => JobQueue) =>
  async (): Promise<void> => {
    const scope = systemScope('drop folder');
    const { isOn } = await getDropState(store.database, scope);
    if (!isOn) return;
    await mkdir(drop, { recursive: true, mode: 0o700 }).catch(() => undefined);
    const sets = await findDropSets(drop, nowAt()).catch(() => null);
    if (sets?.some(({ isComplete }) => isComplete)) await queue().startJob(scope, lookRequest);
    else
      await keepLook(
        store.database,
        scope,
        sets === null ? unreadable : sets.length > 0 ? stillComing : nothing,
      );
  };

export const startLook = (queue: JobQueue, scope: Scope<'drop.change'>): Promise<string> =>
  queue.startJob(scope, lookRequest);

/** At start, and when it is changed. */
export const scheduleDrop = async (
  database: DropPlace['store']['database'],
  queue: JobQueue,
): Promise<void> => {
  const { isOn, rhythm } = await getDropState(database, systemScope('drop folder'));
  await queue.schedule(dropKind, isOn ? cronOf[rhythm] : null);
};

export const changeDropFolder = async (
  database: DropPlace['store']['database'],
  queue: JobQueue,
  scope: Scope<'drop.change'>,
  form: DropForm,
): Promise<void> => {
  await changeDrop(database, scope, form);
  await scheduleDrop(database, queue);
};
