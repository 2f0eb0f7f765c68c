/** At start: removes what a killed import or deletion left behind, and nothing else. */
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { tryHold } from '../../../commons/jobs/hold.ts';
import { systemScope } from '../../../commons/permissions/scope.ts';
import { log } from '../../../platform/log.ts';
import { importLock } from './import-lock.ts';
import { listVersions } from './reads.ts';
import { cleanStaging } from './staging-folder.ts';
import type { VersionStore } from './version.ts';
import { isMarked, unmarkFolder } from './version-folder.ts';

const settleVersions = async (store: VersionStore): Promise<void> => {
  const versions = await listVersions(store, systemScope('start of the server'));
  const known = new Set(versions.map(({ folder }) => folder));
  const names = await readdir(store.dataFolder.versions);
  for (const name of names) {
    const folder = join(store.dataFolder.versions, name);
    if (!(await isMarked(folder))) {
      if (!known.has(folder)) log.warn('versions.unknown-folder', { folder: name });
      continue;
    }
    if (known.has(folder)) await unmarkFolder(folder);
    else await rm(folder, { recursive: true, force: true });
    log.info('versions.settled', { folder: name, kept: known.has(folder) });
  }
  const missing = versions.filter(({ folder }) => !names.includes(basename(folder)));
  if (missing.length > 0) log.error('versions.folder-missing', { versions: missing.length });
};

const forgetOldFigures = async (store: VersionStore): Promise<void> => {
  const versions = await listVersions(store, systemScope('start of the server'));
  const known = new Set(versions.map(({ contentId }) => contentId));
  for (const name of await readdir(store.dataFolder.derived))
    if (/^[0-9a-f]{64}$/.test(name) && !known.has(name))
      await rm(join(store.dataFolder.derived, name), { recursive: true, force: true });
};

/** Called before pages are served. An import that runs elsewhere at the moment (command line) is left in peace. */
export const recoverVersions = async (store: VersionStore): Promise<void> => {
  await cleanStaging(store.dataFolder);
  const hold = await tryHold(store.database, importLock);
  if (!hold) return;
  try {
    await settleVersions(store);
    await forgetOldFigures(store);
  } finally {
    await hold.release();
  }
};
