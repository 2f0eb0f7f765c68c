/** The data folder: every path in it has its name here. Folders 0700, files 0600. */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface DataFolder {
  readonly root: string;
  /** Immutable data versions, one folder each. */
  readonly versions: string;
  /** Half-made versions and uploads; emptied at start. */
  readonly staging: string;
  /** Files of the agency's own that wait for their mapping, one folder each. */
  readonly extracts: string;
  /** What can be computed again: facts, figures, drawn charts. */
  readonly derived: string;
  readonly database: string;
  readonly lockFile: string;
  readonly secretsFile: string;
  /** Held for the moments in which the server lock changes hands or the private database starts or stops. */
  readonly guardFile: string;
}

export const dataFolderAt = (root: string): DataFolder => ({
  root,
  versions: join(root, 'versions'),
  staging: join(root, 'staging'),
  extracts: join(root, 'extracts'),
  derived: join(root, 'derived'),
  database: join(root, 'database'),
  lockFile: join(root, 'server.lock'),
  secretsFile: join(root, 'secrets.json'),
  guardFile: join(root, 'guard'),
});

/** Makes the folders where they are missing. Throws the file system's own error when it cannot. */
export const prepareDataFolder = async (folder: DataFolder): Promise<void> => {
  for (const path of [folder.root, folder.versions, folder.staging, folder.extracts, folder.derived]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  }
};
