/** Moves what was imported, or could not be, out of the way, with the report beside it. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Problem } from '../problem.ts';
import { csvHeader, csvLine } from '../problem-csv.ts';
import type { DropSet } from './drop-sets.ts';

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** `14-05-09`, and `14-05-09 (2)` where that is taken. */
const newFolder = async (parent: string, name: string): Promise<string> => {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (let count = 1; ; count += 1) {
    const path = join(parent, count === 1 ? name : `${name} (${count})`);
    try {
      await mkdir(path, { mode: 0o700 });
      return path;
    } catch (error) {
      if (!isTaken(error) || count > 1000) throw error;
    }
  }
};

export interface Ending {
  readonly isImported: boolean;
  readonly sentence: string;
  readonly problems: readonly Problem[];
}

/** Gives the folder, `done/<day>/<time>` or `refused/<day>/<time>`. */
export const putAway = async (
  drop: string,
  set: DropSet,
  { isImported, sentence, problems }: Ending,
  now: Date,
): Promise<string> => {
  const [day = '', time = ''] = now.toISOString().slice(0, 19).replaceAll(':', '-').split('T');
  const folder = await newFolder(join(drop, isImported ? 'done' : 'refused', day), time);
  const ownerOnly = { mode: 0o600 };
  await writeFile(join(folder, 'report.csv'), `${csvHeader}${problems.map(csvLine).join('')}`, ownerOnly);
  await writeFile(join(folder, 'report.txt'), `${sentence}\n`, ownerOnly);
  const files = join(folder, 'files');
  await mkdir(files, { mode: 0o700 });
  for (const path of set.entries) await rename(path, join(files, basename(path)));
  return folder;
};
