/** The states a job goes through: waiting → running → done, failed or stopped. Each change looks at the state before. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Scope, SystemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import type { JobOutcome, JobRequest, JobState, Step } from './job.ts';
import { jobs } from './tables.ts';

export const addJob = async (
  tx: Transaction,
  scope: Scope<never>,
  id: string,
  { kind, title, input }: JobRequest,
): Promise<void> => {
  await tx.insert(jobs).values({ id, kind, title, input, startedBy: scope.actorId });
};

/** The job, now running; undefined when it is not waiting any more. */
export const claimJob = async (
  database: Database,
  scope: SystemScope,
  id: string,
): Promise<typeof jobs.$inferSelect | undefined> => {
  const [claimed] = await transactIn(database, scope, (tx) =>
    tx
      .update(jobs)
      .set({ state: 'running', startedAt: sql`now()`, movedAt: sql`now()` })
      .where(and(eq(jobs.id, id), eq(jobs.state, 'waiting')))
      .returning(),
  );
  return claimed;
};

export const moveJob = (database: Database, scope: SystemScope, id: string, step: Step): Promise<unknown> =>
  transactIn(database, scope, (tx) =>
    tx
      .update(jobs)
      .set({ ...step, movedAt: sql`now()` })
      .where(and(eq(jobs.id, id), eq(jobs.state, 'running'))),
  );

/** Ends a job that has not ended. */
export const endJob = (
  database: Database,
  scope: SystemScope,
  id: string,
  state: Exclude<JobState, 'waiting' | 'running'>,
  { sentence, result }: Pick<JobOutcome, 'sentence' | 'result'>,
): Promise<unknown> =>
  transactIn(database, scope, (tx) =>
    tx
      .update(jobs)
      .set({ state, sentence, result: result ?? null, endedAt: sql`now()` })
      .where(and(eq(jobs.id, id), inArray(jobs.state, ['waiting', 'running']))),
  );
