/** How far jobs are. */
import { desc, eq } from 'drizzle-orm';
import type { Database } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Scope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import type { JobProgress } from './job.ts';
import { paceOf } from './pace.ts';
import { jobs } from './tables.ts';

type Row = typeof jobs.$inferSelect;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const progressOf = ({ input: _, movedAt, ...row }: Row): JobProgress => {
  const elapsedMs = row.startedAt && movedAt ? movedAt.getTime() - row.startedAt.getTime() : 0;
  return { ...row, ...paceOf(row, elapsedMs / 1000) };
};

/** Throws `NotFound`. */
export const jobProgress = async (
  database: Database,
  scope: Scope<'jobs.read'>,
  id: string,
): Promise<JobProgress> => {
  const [row] = uuid.test(id)
    ? await transactIn(database, scope, (tx) => tx.select().from(jobs).where(eq(jobs.id, id)))
    : [];
  if (!row) throw new NotFound('There is no such job.');
  return progressOf(row);
};

/** Newest first. */
export const listJobs = async (
  database: Database,
  scope: Scope<'jobs.read'>,
  { kind, limit = 20 }: { readonly kind?: string; readonly limit?: number } = {},
): Promise<JobProgress[]> => {
  const rows = await transactIn(database, scope, (tx) =>
    tx
      .select()
      .from(jobs)
      .where(kind === undefined ? undefined : eq(jobs.kind, kind))
      .orderBy(desc(jobs.queuedAt))
      .limit(limit),
  );
  return rows.map(progressOf);
};
