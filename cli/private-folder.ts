/** A folder of mode 0700 for the length of one command, removed whatever happens, an interrupt included. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Invalid } from '../app/platform/errors.ts';

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const newFolder = (): string => {
  try {
    return mkdtempSync(join(tmpdir(), 'midcourse-'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Invalid(
      `No temporary folder can be made in ${tmpdir()}${code}.`,
      'Make room there, or set TMPDIR to a folder that may be written.',
    );
  }
};

/** Makes the folder, does the work, removes the folder. On a signal or any other end of the process: removes it too. */
export const withPrivateFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = newFolder();
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const listeners = Object.entries(exitCodes).map(([name, code]) => {
    const listener = (): void => {
      remove();
      process.exit(code);
    };
    process.on(name, listener);
    return [name, listener] as const;
  });
  process.on('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    for (const [name, listener] of listeners) process.off(name, listener);
    remove();
  }
};
