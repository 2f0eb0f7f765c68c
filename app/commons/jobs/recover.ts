/** At start: jobs whose process is gone are said to be stopped, so that nobody waits for them. */
import { inArray } from 'drizzle-orm';
import type { Database } from '../../platform/database/database.ts';
import { log } from '../../platform/log.ts';
import { systemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { tryHold } from './hold.ts';
import { jobLock, stoppedSentence } from './run-job.ts';
import { jobs } from './tables.ts';
import { endJob } from './writes.ts';

/** Gives the number marked. A job that a living process runs, such as an import on the command line, is left alone. */
export const recoverJobs = async (database: Database): Promise<number> => {
  const scope = systemScope('start of the server');
  const open = await transactIn(database, scope, (tx) =>
    tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(inArray(jobs.state, ['waiting', 'running'])),
  );
  let marked = 0;
  for (const { id } of open) {
    const hold = await tryHold(database, jobLock(id));
    if (!hold) continue;
    try {
      await endJob(database, scope, id, 'stopped', { sentence: stoppedSentence });
      marked += 1;
    } finally {
      await hold.release();
    }
  }
  if (marked > 0) log.warn('jobs.stopped-by-a-kill', { jobs: marked });
  return marked;
};
