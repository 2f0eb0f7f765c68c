/** One process at a time, across processes. The kernel lets go of the lock when its holder dies, however it dies. */
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { elapsedMs } from './clock.ts';
import { Conflict } from './errors.ts';

/**
 * Runs `work` while holding the lock file at `path` (made 0600 when missing), waiting up to `patienceMs` for it.
 * Throws `Conflict` when another process still holds it then. Not re-entrant.
 */
export const exclusively = async <T>(
  path: string,
  work: () => Promise<T>,
  patienceMs = 120_000,
): Promise<T> => {
  closeSync(openSync(path, 'a', 0o600));
  // SQLite's file lock is the portable way to a lock that Node itself does not give; nothing is stored in the file.
  const holder = new DatabaseSync(path, { timeout: 0 });
  try {
    await seize(holder, path, patienceMs);
    return await work();
  } finally {
    holder.close();
  }
};

const seize = async (holder: DatabaseSync, path: string, patienceMs: number): Promise<void> => {
  const since = elapsedMs();
  while (true) {
    try {
      holder.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('locked'))) throw error;
      if (elapsedMs() - since > patienceMs) throw new Conflict(`Another process keeps ${path} locked.`);
    }
    await pause(25);
  }
};
