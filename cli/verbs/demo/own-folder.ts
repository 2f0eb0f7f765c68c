/** The demo's accounts have printed passwords: they must never come into a data folder with an agency's own data. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../../../app/platform/data-folder.ts';
import { Conflict } from '../../../app/platform/errors.ts';

const markOf = ({ root }: DataFolder): string => join(root, 'juniper.json');

const isUsed = ({ root, secretsFile, versions }: DataFolder): boolean =>
  existsSync(secretsFile) ||
  (existsSync(versions) && readdirSync(versions).length > 0) ||
  existsSync(join(root, 'database'));

export const isDemoFolder = (folder: DataFolder): boolean => existsSync(markOf(folder));

/** Throws `Conflict` for a folder that somebody else's data may be in. */
export const refuseOthersFolder = (folder: DataFolder): void => {
  if (isDemoFolder(folder) || !isUsed(folder)) return;
  throw new Conflict(
    `${folder.root} is in use and not by the demo. Its accounts have printed passwords, so it does not go there. ` +
      'Give it a folder of its own, such as MIDCOURSE_DATA=./demo-data.',
  );
};

/** Called with the lock held. */
export const markDemoFolder = (folder: DataFolder): void => {
  if (isDemoFolder(folder)) return;
  writeFileSync(markOf(folder), '{"note":"the invented State of Juniper, nothing of an agency"}\n', {
    mode: 0o600,
  });
};

/** Where the private server's data are when the data folder cannot hold them: they belong to the demo too. */
const databaseOutside = ({ database }: DataFolder): string | null => {
  const pointer = join(database, 'elsewhere.json');
  return existsSync(pointer) ? (JSON.parse(readFileSync(pointer, 'utf8')) as { home: string }).home : null;
};

/** Takes everything of the invented state away. Called once its server has stopped; throws for any other folder. */
export const removeDemo = (folder: DataFolder): void => {
  if (!isDemoFolder(folder)) throw new Conflict(`${folder.root} is not the demo's.`);
  const outside = databaseOutside(folder);
  for (const name of readdirSync(folder.root))
    rmSync(join(folder.root, name), { recursive: true, force: true });
  if (outside === null) return;
  rmSync(outside, { recursive: true, force: true });
  rmSync(`${outside}.belongs-to`, { force: true });
};
