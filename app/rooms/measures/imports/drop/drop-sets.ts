/** What lies in the drop folder: the files in it are one set, each folder in it another; a set becomes one version. */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface DropSet {
  /** Of the folder; null for files that lie in the drop folder itself. */
  readonly name: string | null;
  /** What is put away afterwards: the files, or the folder. */
  readonly entries: readonly string[];
  readonly files: readonly string[];
  /** Nothing has changed for a while and nothing says that it is on its way. */
  readonly isComplete: boolean;
}

const restMs = 60_000;
const mostFiles = 10_000;
const putAway = new Set(['done', 'refused']);
const onItsWay = /\.(part|partial|tmp|filepart|crdownload)$/i;
const isOurs = (name: string): boolean => !name.startsWith('.') && !name.startsWith('~$');

export const prepareDrop = async (folder: string): Promise<void> => {
  for (const path of [folder, join(folder, 'done'), join(folder, 'refused')])
    await mkdir(path, { recursive: true, mode: 0o700 });
};

const filesUnder = async (folder: string, depth = 0): Promise<string[]> => {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!isOurs(entry.name)) continue;
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && depth < 4) found.push(...(await filesUnder(path, depth + 1)));
    if (found.length > mostFiles) return found;
  }
  return found.sort();
};

/** A file that was moved here with an old date is new by its change time. */
const isAtRest = async (path: string, now: Date): Promise<boolean> => {
  const { mtimeMs, ctimeMs } = await stat(path);
  return now.getTime() - Math.max(mtimeMs, ctimeMs) >= restMs;
};

const setOf = async (
  name: string | null,
  entries: readonly string[],
  files: readonly string[],
  now: Date,
): Promise<DropSet[]> => {
  if (files.length === 0) return [];
  const rest = await Promise.all(files.map((path) => isAtRest(path, now)));
  const isComplete = rest.every(Boolean) && !files.some((path) => onItsWay.test(path));
  return [{ name, entries, files, isComplete }];
};

/** Throws the file system's own error when the folder cannot be read. */
export const findDropSets = async (folder: string, now: Date): Promise<DropSet[]> => {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => isOurs(name));
  const loose = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  const sets = await setOf(null, loose, loose.sort(), now);
  for (const entry of entries.filter((one) => one.isDirectory() && !putAway.has(one.name))) {
    const path = join(folder, entry.name);
    sets.push(...(await setOf(entry.name, [path], await filesUnder(path), now)));
  }
  return sets;
};
