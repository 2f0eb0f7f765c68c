/** The one Postgres seam: what the rooms see of it. `open.ts` makes one. */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';

/** A transaction of the application role with its scope set: the only way rooms reach tables. */
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

export interface Database {
  /**
   * One transaction as `midcourse_app` with these settings (`midcourse.actor_id`, `midcourse.roles`, …) set for row-level
   * security, local to the transaction. Commits when `work` resolves, rolls back when it throws.
   */
  transact<T>(settings: Readonly<Record<string, string>>, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Connections of the application role, for sign-in and jobs, which bring their own SQL. */
  readonly applicationPool: Pool;
  /** True when the private local server of the data folder is in use, false when `DATABASE_URL` is. */
  readonly isPrivate: boolean;
  close(): Promise<void>;
}
