/** A folder of mode 0700 for the length of one command, removed whatever happens, an interrupt included. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Makes the folder, does the work, removes the folder. On a signal: removes it and ends the process. */
export const withPrivateFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'midcourse-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const listeners = Object.entries(exitCodes).map(([name, code]) => {
    const listener = (): void => {
      remove();
      process.exit(code);
    };
    process.on(name, listener);
    return [name, listener] as const;
  });
  try {
    return await work(folder);
  } finally {
    for (const [name, listener] of listeners) process.off(name, listener);
    remove();
  }
};
