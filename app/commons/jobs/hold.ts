/**
 * One at a time, across processes and machines: a lock on a name that PostgreSQL keeps as long as the holder's connection
 * lives. Whoever is killed lets go.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../platform/database/database.ts';

export interface Hold {
  release(): Promise<void>;
}

const key = 'hashtextextended($1, 4700)';

/** The hold, or undefined when somebody else has it. Release it in a `finally`. */
export const tryHold = async (database: Database, name: string): Promise<Hold | undefined> => {
  const client = await database.applicationPool.connect();
  try {
    const { rows } = await client.query(`select pg_try_advisory_lock(${key}) as held`, [name]);
    if (rows[0].held !== true) {
      client.release();
      return undefined;
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  return {
    release: async () => {
      try {
        await client.query(`select pg_advisory_unlock(${key})`, [name]);
        client.release();
      } catch {
        // A connection that broke has let go already; it must not go back to the pool.
        client.release(true);
      }
    },
  };
};

/** Waits for the hold. `onWait` is called once, when somebody else has it. Throws when `signal` aborts. */
export const waitForHold = async (
  database: Database,
  name: string,
  onWait: () => void,
  signal: AbortSignal,
): Promise<Hold> => {
  let hasWaited = false;
  while (true) {
    signal.throwIfAborted();
    const hold = await tryHold(database, name);
    if (hold) return hold;
    if (!hasWaited) onWait();
    hasWaited = true;
    await pause(250, undefined, { signal });
  }
};
