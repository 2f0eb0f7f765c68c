/** The lock of a data folder: held by the one running `serve`, read by whoever wants to work beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { Conflict } from './errors.ts';
import { exclusively } from './exclusively.ts';
import { log } from './log.ts';
import { programVersion } from './program-version.ts';
import { findProcess, isAlive } from './running-process.ts';

const shape = z.object({
  pid: z.number().int(),
  started: z.string(),
  program: z.string(),
  database: z.enum(['private', 'agency']),
  /** Folder of the private database's socket, once it is up. */
  socket: z.string().optional(),
  host: z.string().optional(),
  port: z.number().int().optional(),
});

export type RunningServer = Readonly<z.infer<typeof shape>>;

export interface ServerLock {
  /** Adds what became known on the way: where the database and the pages are. */
  note(facts: Partial<Pick<RunningServer, 'socket' | 'host' | 'port'>>): Promise<void>;
  release(): Promise<void>;
}

const read = (folder: DataFolder): RunningServer | undefined => {
  if (!existsSync(folder.lockFile)) return undefined;
  try {
    return shape.parse(JSON.parse(readFileSync(folder.lockFile, 'utf8')));
  } catch {
    // Only a lock from another version or a damaged one cannot be read; locks are replaced whole, never half-written.
    return undefined;
  }
};

/** The server running on this data folder, or undefined; a lock whose process is gone counts for nothing. */
export const findRunningServer = (folder: DataFolder): RunningServer | undefined => {
  const found = read(folder);
  return found && isAlive(found) ? found : undefined;
};

const write = async (folder: DataFolder, content: RunningServer): Promise<void> => {
  const half = `${folder.lockFile}.half`;
  await writeFile(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(half, folder.lockFile);
};

/** Takes the lock, also over a dead holder. Throws `Conflict` when a living server holds it. */
export const takeServerLock = async (
  folder: DataFolder,
  database: RunningServer['database'],
): Promise<ServerLock> => {
  const self = findProcess(process.pid);
  if (!self) throw new Error('This system does not tell when a process started.');
  let content: RunningServer = { ...self, program: programVersion, database };
  await exclusively(folder.guardFile, async () => {
    const running = findRunningServer(folder);
    if (running) throw new Conflict(alreadyRunning(folder, running));
    if (existsSync(folder.lockFile)) log.info('lock.taken-over', { from: read(folder)?.pid });
    await write(folder, content);
  });
  return {
    note: async (facts) => {
      content = { ...content, ...facts };
      await write(folder, content);
    },
    release: () =>
      exclusively(folder.guardFile, async () => {
        if (read(folder)?.pid === process.pid) await rm(folder.lockFile, { force: true });
      }),
  };
};

const alreadyRunning = (folder: DataFolder, { pid, host, port }: RunningServer): string =>
  `A server already runs on ${folder.root} (process ${pid}${port ? `, http://${host}:${port}` : ''}). ` +
  'Stop it first, or give this one another data folder with MIDCOURSE_DATA.';
