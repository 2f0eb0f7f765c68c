/** The server's folder where the data folder cannot hold it (root): under /var/lib/midcourse, found again by a pointer. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../../data-folder.ts';
import { Invalid } from '../../errors.ts';
import { log } from '../../log.ts';

export const systemFolder = '/var/lib/midcourse';

const pointerOf = (dataFolder: string): string => join(dataFolder, 'database', 'elsewhere.json');

const readPointer = (dataFolder: string): string | undefined => {
  const pointer = pointerOf(dataFolder);
  if (!existsSync(pointer)) return undefined;
  return (JSON.parse(readFileSync(pointer, 'utf8')) as { home: string }).home;
};

/** A copied data folder points at the original's database; two installations on one would damage both. */
const claim = async (home: string, dataFolder: string): Promise<void> => {
  const note = `${home}.belongs-to`;
  const owner = existsSync(note) ? readFileSync(note, 'utf8').trim() : dataFolder;
  if (owner !== dataFolder && readPointer(owner) === home) {
    throw new Invalid(
      `${dataFolder} is a copy of ${owner}, and its database is that one's.`,
      'Restore the database from a backup instead: docs/operations.md says how.',
    );
  }
  await writeFile(note, `${dataFolder}\n`, { mode: 0o600 });
};

/** Of a data folder that was deleted and made again; nothing of it is removed, as nobody said so. */
const tellLeftOvers = async (dataFolder: string): Promise<void> => {
  for (const name of await readdir(systemFolder)) {
    const note = join(systemFolder, name);
    if (!name.endsWith('.belongs-to') || readFileSync(note, 'utf8').trim() !== dataFolder) continue;
    log.warn('database.left-over', { data: note.slice(0, -'.belongs-to'.length) });
  }
};

/** The folder of this data folder's server; chosen once and kept, also when the data folder is moved. */
export const homeOutside = async (folder: DataFolder): Promise<string> => {
  const known = readPointer(folder.root);
  if (known) {
    if (!existsSync(known)) {
      throw new Invalid(
        `The database of ${folder.root} should be in ${known}, which is not there.`,
        'Restore it from a backup; docs/operations.md says how.',
      );
    }
    await claim(known, folder.root);
    return known;
  }
  await tellLeftOvers(folder.root);
  const home = join(systemFolder, randomBytes(6).toString('hex'));
  await mkdir(home, { mode: 0o700 });
  await claim(home, folder.root);
  await writeFile(pointerOf(folder.root), `${JSON.stringify({ home })}\n`, { mode: 0o600 });
  return home;
};
