/** Where the private server of a data folder lives, and as whom it runs. */
import { chmod, chown, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../../data-folder.ts';
import { Invalid } from '../../errors.ts';
import { log } from '../../log.ts';
import { canRun, completeLibraryLinks, packagedBinaries, placeBinaries } from './binaries.ts';
import { homeOutside, systemFolder } from './home-outside.ts';
import { socketFolderFor } from './socket-folder.ts';
import { isRoot, type RunAs, serverUser } from './system-user.ts';

export interface Place {
  /** Holds the programs' `bin`, `lib` and `share`. */
  readonly native: string;
  /** Everything of the server lies in here. */
  readonly home: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly logFile: string;
  /** Undefined: as the user of this process. */
  readonly runAs: RunAs | undefined;
}

const ownedBy = async (path: string, runAs: RunAs | undefined): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  if (runAs) await chown(path, runAs.uid, runAs.gid);
};

const at = async (home: string, native: string, runAs: RunAs | undefined): Promise<Place> => {
  await ownedBy(home, runAs);
  const socketFolder = socketFolderFor(home);
  await ownedBy(socketFolder, runAs);
  return {
    native,
    home,
    cluster: join(home, 'cluster'),
    socketFolder,
    logFile: join(home, 'server.log'),
    runAs,
  };
};

const placeForRoot = async (folder: DataFolder, native: string): Promise<Place> => {
  const runAs = serverUser();
  if (!runAs) {
    throw new Invalid(
      'The private database server cannot run as root, and there is no user for it.',
      'Make a system user named midcourse, start as an ordinary user, or set DATABASE_URL.',
    );
  }
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  const home = await homeOutside(folder);
  const usable = canRun(native, runAs) ? native : await placeBinaries(native, systemFolder);
  if (!canRun(usable, runAs)) {
    throw new Invalid(
      `PostgreSQL's programs in ${usable} cannot be run as the user ${runAs.name}.`,
      'Start as an ordinary user, or set DATABASE_URL.',
    );
  }
  log.info('database.placed', { user: runAs.name, data: home, programs: usable });
  return at(home, usable, runAs);
};

/**
 * Decides the place and prepares its folders. As root the server runs as its own user, which cannot enter the data
 * folder (0700): its files then live under /var/lib/midcourse, and `database/elsewhere.json` of the data folder says where.
 */
export const placeFor = async (folder: DataFolder): Promise<Place> => {
  const native = packagedBinaries();
  await mkdir(folder.database, { recursive: true, mode: 0o700 });
  if (isRoot()) {
    await completeLibraryLinks(native);
    return placeForRoot(folder, native);
  }
  if (!canRun(native, undefined)) await completeLibraryLinks(native);
  const madeByUs = (await stat(folder.database)).uid === process.geteuid?.();
  if (!madeByUs) {
    throw new Invalid(
      `${folder.database} belongs to another user.`,
      'Start as the user who started Midcourse on this data folder before.',
    );
  }
  return at(folder.database, native, undefined);
};
