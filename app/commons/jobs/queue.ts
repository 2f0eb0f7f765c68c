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
  /** From now on the tick of this kind comes as `cron` says, in the server's own time; null = no more. */
  schedule(kind: string, cron: string | null): Promise<void>;
  /** Tells the running job to stop, waits for it, takes no more. */
  stop(): Promise<void>;
}

export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** What is done when a schedule's time has come, by kind: short, without a job on record unless it starts one. */
export type Ticks = Readonly<Record<string, () => Promise<void>>>;

interface Ticket {
  /** Missing in the ticket of a schedule. */
  readonly job?: string;
  readonly kind: string;
}

const stopWithinMs = 6000;

/** Marks what a killed server left behind, then begins to work, one job after the other. Called by `serve` only. */
export const runJobs = async (
  database: Database,
  handlers: JobHandlers,
  ticks: Ticks = {},
): Promise<JobQueue> => {
  await recoverJobs(database);
  const pool = database.applicationPool;
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ ...bossOptions(db), migrate: false, schedule: true });
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
    if (job !== undefined) await runJob(database, job, handlerOf(kind), stopping.signal);
    else await ticks[kind]?.();
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
    schedule: async (kind, cron) => {
      const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (cron === null) await boss.unschedule(queueName, kind);
      else await boss.schedule(queueName, cron, { kind }, { key: kind, tz });
    },
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: stopWithinMs });
    },
  };
};
