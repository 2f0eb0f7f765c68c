/** The data version that pages read, and the files behind it. */
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
import type { Visit } from './page.ts';

export interface VersionInUse extends DataVersion {
  readonly files: VersionFiles;
}

/** One folder a process for what the engine spills; a start removes those of processes that ended. */
const scratchFolders = new Map<string, Promise<string>>();

const scratchFolderOf = ({ dataFolder }: Services): Promise<string> => {
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
export const findVersionInUse = async ({ services, actor }: Visit): Promise<VersionInUse | undefined> => {
  const version = await versionInUse(services, scopeFor(actor, importsPolicy['versions.read']));
  return version && { ...version, files: await filesOf(services, version) };
};

/** Throws NotFound before the first import. */
export const getVersionInUse = async (visit: Visit): Promise<VersionInUse> => {
  const version = await findVersionInUse(visit);
  if (!version)
    throw new NotFound('No case data have been brought in yet, so there is nothing to show here.');
  return version;
};
