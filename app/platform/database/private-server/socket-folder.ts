/** A folder for the server's socket whose path the system accepts. */
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Invalid } from '../../errors.ts';

export const socketPort = 5432;

/** A socket's address holds 107 bytes on Linux, 103 on macOS. */
const longestPath = 103;

const fits = (folder: string): boolean =>
  Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestPath;

/** `<home>/socket`, or a folder of this home's own under the system's temporary folder where that is too long. */
export const socketFolderFor = (home: string): string => {
  const inside = join(home, 'socket');
  if (fits(inside)) return inside;
  const name = `midcourse-${process.geteuid?.() ?? 0}-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  const outside = [tmpdir(), '/tmp'].map((base) => join(base, name)).find(fits);
  if (!outside) throw new Invalid('There is no folder with a path short enough for the database socket.');
  refuseStrangers(outside);
  return outside;
};

/** Anyone may make a folder under /tmp; one that is not ours must not hold our socket. */
const refuseStrangers = (path: string): void => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory() || found.uid !== process.geteuid?.()) {
    throw new Invalid(
      `${path} belongs to another user.`,
      'Remove it, or use a data folder with a shorter path.',
    );
  }
};
