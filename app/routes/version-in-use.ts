/** The data version that pages read, and the files behind it. */
import type { Actor } from '../commons/permissions/actor.ts';
import { scopeFor } from '../commons/permissions/scope.ts';
import { NotFound } from '../platform/errors.ts';
import type { Services } from '../request-context.ts';
import {
  type DataVersion,
  importsPolicy,
  openStagingFolder,
  type VersionFiles,
  versionInUse,
} from '../rooms/measures/public.ts';

/** Who asks, of what: a visit to a page, or a call of a program. */
export interface Asking {
  readonly services: Services;
  readonly actor: Actor;
}

export interface VersionInUse extends DataVersion {
  readonly files: VersionFiles;
}

/** One folder a process for what the engine spills; a start removes those of processes that ended. */
const scratchFolders = new Map<string, Promise<string>>();

export const scratchFolderOf = ({ dataFolder }: Services): Promise<string> => {
  const known = scratchFolders.get(dataFolder.root);
  if (known) return known;
  const made = openStagingFolder(dataFolder, 'pages').then(({ path }) => path);
  scratchFolders.set(dataFolder.root, made);
  return made;
};

export const filesOf = async (services: Services, version: DataVersion): Promise<VersionFiles> => ({
  folder: version.folder,
  manifest: version.manifest,
  derivedFolder: services.dataFolder.derived,
  scratchFolder: await scratchFolderOf(services),
  memory: services.config.analyticsMemory,
  threads: services.config.analyticsThreads,
});

/** Undefined before the first import. */
export const findVersionInUse = async ({ services, actor }: Asking): Promise<VersionInUse | undefined> => {
  const version = await versionInUse(services, scopeFor(actor, importsPolicy['versions.read']));
  return version && { ...version, files: await filesOf(services, version) };
};

/** Throws NotFound before the first import. */
export const getVersionInUse = async (asking: Asking): Promise<VersionInUse> => {
  const version = await findVersionInUse(asking);
  if (!version)
    throw new NotFound('No case data have been brought in yet, so there is nothing to show here.');
  return version;
};
