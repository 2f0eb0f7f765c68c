/** Runs one job in this process, keeps its row up to date and ends it, whatever happens. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database/database.ts';
import { errorCode } from '../../platform/database/sql-state.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../platform/errors.ts';
import { log } from '../../platform/log.ts';
import { type Scope, type SystemScope, systemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { tryHold } from './hold.ts';
import type { JobHandler, JobOutcome, JobRequest, Step } from './job.ts';
import { addJob, claimJob, endJob, moveJob } from './writes.ts';

export const stoppedSentence = 'Stopped before it was done. Nothing was changed: start it again.';

const visibleEveryMs = 400;

/** Passes on the newest step, at most one write at a time and a few a second. */
const stepWriter = (write: (step: Step) => Promise<unknown>) => {
  let newest: Step | undefined;
  let writing = Promise.resolve();
  const flush = (): void => {
    const step = newest;
    newest = undefined;
    if (!step) return;
    writing = writing.then(async () => {
      await write(step).catch((error) => log.warn('job.progress-not-written', { code: errorCode(error) }));
    });
  };
  const timer = setInterval(flush, visibleEveryMs);
  return {
    report: (step: Step): void => {
      newest = step;
    },
    end: (): Promise<void> => {
      clearInterval(timer);
      flush();
      return writing;
    },
  };
};

const isForPeople = (error: unknown): error is Error =>
  [Invalid, Conflict, NotFound, NotAllowed].some((kind) => error instanceof kind);

const failureOf = (id: string, error: unknown): JobOutcome => {
  if (isForPeople(error)) {
    const remedy = error instanceof Invalid && error.remedy ? ` ${error.remedy}` : '';
    return { ok: false, sentence: `${error.message}${remedy}` };
  }
  log.error('job.broke', { job: id, kind: (error as Error).name, code: errorCode(error) });
  return {
    ok: false,
    sentence: 'Something went wrong inside Midcourse. Nothing was changed; the log says more.',
  };
};

const perform = async (
  database: Database,
  id: string,
  handler: JobHandler,
  signal: AbortSignal,
): Promise<void> => {
  const unattributed = systemScope(`job ${id}`);
  const job = await claimJob(database, unattributed, id);
  if (!job) return;
  const scope: SystemScope = systemScope(`job ${id}`, job.startedBy);
  const writer = stepWriter((step) => moveJob(database, scope, id, step));
  const { input, startedBy } = job;
  const outcome = await handler({ id, input, startedBy, report: writer.report, signal }).catch((error) =>
    failureOf(id, error),
  );
  await writer.end();
  // What was finished in spite of the stop is finished.
  if (signal.aborted && !outcome.ok)
    await endJob(database, scope, id, 'stopped', { sentence: stoppedSentence });
  else await endJob(database, scope, id, outcome.ok ? 'done' : 'failed', outcome);
};

/** Runs a waiting job. One that has ended, or runs elsewhere, is left alone. */
export const runJob = async (
  database: Database,
  id: string,
  handler: JobHandler,
  signal: AbortSignal,
): Promise<void> => {
  const hold = await tryHold(database, jobLock(id));
  if (!hold) return;
  try {
    await perform(database, id, handler, signal);
  } finally {
    await hold.release();
  }
};

/** Held as long as a job's process lives (recover.ts). */
export const jobLock = (id: string): string => `midcourse job ${id}`;

/** Adds a job and runs it here at once: the command line's way, seen on the pages like any other. Gives its id. */
export const runHere = async (
  database: Database,
  scope: Scope<never>,
  request: JobRequest,
  handler: JobHandler,
  signal: AbortSignal,
): Promise<string> => {
  const id = randomUUID();
  const hold = await tryHold(database, jobLock(id));
  try {
    await transactIn(database, scope, (tx) => addJob(tx, scope, id, request));
    await perform(database, id, handler, signal);
  } finally {
    await hold?.release();
  }
  return id;
};
