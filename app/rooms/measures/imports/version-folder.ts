/**
 * Moves version folders in and out of `versions/` so that a kill at any moment leaves either a whole version or
 * something a start recognises as left over. While a folder is on its way it carries a mark; the row decides what it is:
 * mark and row → the version is whole, the mark goes; mark and no row → the folder goes. A folder without a mark is
 * never removed, whatever database is asked.
 */
import { access, chmod, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const mark = '.on-its-way';

const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
};

const flushed = async (folder: string, change: Promise<unknown>): Promise<void> => {
  await change;
  await flush(folder);
};

export const markFolder = (folder: string): Promise<void> =>
  flushed(folder, writeFile(join(folder, mark), '', { mode: 0o600 }));

export const unmarkFolder = (folder: string): Promise<void> =>
  flushed(folder, rm(join(folder, mark), { force: true }));

export const isMarked = (folder: string): Promise<boolean> =>
  access(join(folder, mark)).then(
    () => true,
    () => false,
  );

/** Everything on disk, 0600 and 0700, before the folder gets its name. */
export const settleFiles = async (folder: string): Promise<void> => {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() ? 0o700 : 0o600);
    await flush(path);
  }
  await flush(folder);
};

/** One rename; both folders are on one file system. */
export const moveFolder = async (from: string, versions: string, name: string): Promise<void> =>
  flushed(versions, rename(from, join(versions, name)));
