/** Connections of the application role, and the one way rooms use them. */
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { type ClientConfig, Pool } from 'pg';
import { log } from '../log.ts';
import type { Database } from './database.ts';
import { errorCode } from './sql-state.ts';

const settingName = /^midcourse\.[a-z_]+$/;

const limits = {
  max: 12,
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 120_000,
  application_name: 'midcourse',
};

/** Opens the pool. `release` is called once, after the last connection is closed. */
export const connectApplication = (
  access: ClientConfig,
  isPrivate: boolean,
  release: () => Promise<void>,
): Database => {
  const pool = new Pool({ ...access, ...limits });
  pool.on('error', (error) => log.warn('database.connection-lost', { code: errorCode(error) }));
  const orm = drizzle(pool);
  let closing: Promise<void> | undefined;
  return {
    transact: (settings, work) =>
      orm.transaction(async (tx) => {
        for (const [name, value] of Object.entries(settings)) {
          if (!settingName.test(name)) throw new TypeError(`"${name}" is no setting of row-level security.`);
          await tx.execute(sql`select set_config(${name}, ${value}, true)`);
        }
        return work(tx);
      }),
    applicationPool: pool,
    isPrivate,
    close: () => {
      closing ??= pool.end().then(release);
      return closing;
    },
  };
};
