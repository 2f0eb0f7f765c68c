/** Long work beside the pages: started by a request, done by this process's worker, seen by everybody who may. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Database } from '../../platform/database/database.ts';
import { errorCode } from '../../platform/database/sql-state.ts';
import { log } from '../../platform/log.ts';
import type { Scope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import type { JobHandler, JobRequest } from './job.ts';
import { bossOptions, queueName } from './queue-tables.ts';
import { recoverJobs } from './recover.ts';
import { runJob } from './run-job.ts';
import { addJob } from './writes.ts';

export interface JobQueue {
  /** Puts the job on record and in the queue, both or neither, and gives its id. The scope is that of the work itself. */
  startJob(scope: Scope<never>, request: JobRequest): Promise<string>;
  /** Tells the running job to stop, waits for it, takes no more. */
  stop(): Promise<void>;
}

export type JobHandlers = Readonly<Record<string, JobHandler>>;

interface Ticket {
  readonly job: string;
  readonly kind: string;
}

const stopWithinMs = 6000;

/** Marks what a killed server left behind, then begins to work, one job after the other. Called by `serve` only. */
export const runJobs = async (database: Database, handlers: JobHandlers): Promise<JobQueue> => {
  await recoverJobs(database);
  const pool = database.applicationPool;
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ ...bossOptions(db), migrate: false });
  boss.on('error', (error) => log.error('queue.problem', { kind: error.name, code: errorCode(error) }));
  await boss.start();
  const handlerOf = (kind: string): JobHandler => {
    const handler = handlers[kind];
    if (!handler) throw new Error(`Nothing here does jobs of the kind "${kind}".`);
    return handler;
  };
  const stopping = new AbortController();
  const worker = await boss.work<Ticket>(queueName, { pollingIntervalSeconds: 2 }, async ([ticket]) => {
    if (!ticket || stopping.signal.aborted) return;
    const { job, kind } = ticket.data;
    await runJob(database, job, handlerOf(kind), stopping.signal);
  });
  return {
    startJob: async (scope, request) => {
      handlerOf(request.kind);
      const id = randomUUID();
      await transactIn(database, scope, async (tx) => {
        await addJob(tx, scope, id, request);
        const ticket: Ticket = { job: id, kind: request.kind };
        await boss.send(queueName, ticket, { db: fromDrizzle(tx, sql) });
      });
      boss.notifyWorker(worker);
      return id;
    },
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: stopWithinMs });
    },
  };
};
