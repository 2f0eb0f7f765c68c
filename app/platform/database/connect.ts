/** Connections of the application role, and the one way rooms use them. */
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { type ClientConfig, Pool } from 'pg';
import { log } from '../log.ts';
import type { Database, Transaction } from './database.ts';
import { errorCode } from './sql-state.ts';
import { timeStatements } from './time-statements.ts';

const settingName = /^midcourse\.[a-z_]+$/;

const limits = {
  max: 12,
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 120_000,
  application_name: 'midcourse',
};

/** All of them in one question: a page asks some ten transactions. */
const applySettings = async (tx: Transaction, settings: Readonly<Record<string, string>>): Promise<void> => {
  const calls = Object.entries(settings).map(([name, value]) => {
    if (!settingName.test(name)) throw new TypeError(`"${name}" is no setting of row-level security.`);
    return sql`set_config(${name}, ${value}, true)`;
  });
  if (calls.length > 0) await tx.execute(sql`select ${sql.join(calls, sql`, `)}`);
};

/** Opens the pool. `release` is called once, after the last connection is closed. */
export const connectApplication = (
  access: ClientConfig,
  isPrivate: boolean,
  release: () => Promise<void>,
): Database => {
  const pool = new Pool({ ...access, ...limits });
  timeStatements(pool);
  pool.on('error', (error) => log.warn('database.connection-lost', { code: errorCode(error) }));
  const orm = drizzle(pool);
  let closing: Promise<void> | undefined;
  return {
    transact: (settings, work) =>
      orm.transaction(async (tx) => {
        await applySettings(tx, settings);
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
