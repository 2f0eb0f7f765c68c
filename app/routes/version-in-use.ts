/** The data version that pages read, and the files behind it. */
import type { Actor } from '../commons/permissions/actor.ts';
import { scopeFor } from '../commons/permissions/scope.ts';
import { NotFound } from '../platform/errors.ts';
import type { Services } from '../request-context.ts';
import {
  type DataVersion,
  importsPolicy,
  listPolicyChanges,
  loadGuard,
  openStagingFolder,
  type PolicyChange,
  type SmallCells,
  type ViewedFiles,
  type Viewer,
  versionInUse,
  viewerFor,
} from '../rooms/measures/public.ts';

import { placeAsked } from './place-asked.ts';
import type { SeenSmallCells } from './record-small-cells.ts';

/** Who asks, of what: a visit to a page, or a call of a program. */
export interface Asking {
  readonly services: Services;
  readonly actor: Actor;
  readonly url: URL;
  /** What it saw of few children is put here, and on record before the answer leaves. */
  readonly seen: SeenSmallCells[];
}

/** A data version as one viewer may see it, with what changed by definition: the same for every viewer. */
export interface PageFiles extends ViewedFiles {
  readonly policyChanges: readonly PolicyChange[];
}

export interface VersionInUse extends DataVersion {
  readonly files: PageFiles;
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

/** `viewer` decides which cells are shown; small ones seen are told to `onSmallCells`. */
export const filesOf = async (
  services: Services,
  version: DataVersion,
  viewer: Viewer,
  onSmallCells: ViewedFiles['onSmallCells'],
): Promise<PageFiles> => {
  const [policyChanges, guard, scratchFolder] = await Promise.all([
    listPolicyChanges(services.database),
    loadGuard(services.database),
    scratchFolderOf(services),
  ]);
  return {
    ...{ viewer, onSmallCells, policyChanges, ...guard, scratchFolder },
    folder: version.folder,
    manifest: version.manifest,
    derivedFolder: services.dataFolder.derived,
    memory: services.config.analyticsMemory,
    threads: services.config.analyticsThreads,
  };
};

/** Undefined before the first import. `as`: whose eyes the figures are for, where they are not the actor's own. */
export const findVersionInUse = async (asking: Asking, as?: Viewer): Promise<VersionInUse | undefined> => {
  const { services, actor } = asking;
  const version = await versionInUse(services, scopeFor(actor, importsPolicy['versions.read']));
  if (!version) return undefined;
  const onSmallCells = (seen: SmallCells): void => {
    asking.seen.push({ ...seen, version: version.number });
  };
  const viewer = as ?? viewerFor(actor, placeAsked(asking));
  return { ...version, files: await filesOf(services, version, viewer, onSmallCells) };
};

/** Throws NotFound before the first import. */
export const getVersionInUse = async (asking: Asking): Promise<VersionInUse> => {
  const version = await findVersionInUse(asking);
  if (!version)
    throw new NotFound('No case data have been brought in yet, so there is nothing to show here.');
  return version;
};
