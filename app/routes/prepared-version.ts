/** Figures are prepared once for each data version; until they are, pages say so instead of keeping the reader waiting. */
import { log } from '../platform/log.ts';
import {
  areStarsDecided,
  catalog,
  decideStars,
  isPrepared,
  type PreparationProgress,
  prepareFigures,
  seesEverything,
  type Viewer,
} from '../rooms/measures/public.ts';
import { type Asking, findVersionInUse, type VersionInUse } from './version-in-use.ts';

export interface Preparing {
  readonly measure: string | null;
  readonly done: number;
  readonly of: number;
}

const underWay = new Map<string, { progress: PreparationProgress | null }>();

const begin = (version: VersionInUse): void => {
  const { contentId } = version;
  if (underWay.has(contentId)) return;
  const state: { progress: PreparationProgress | null } = { progress: null };
  underWay.set(contentId, state);
  const note = (progress: PreparationProgress): void => {
    state.progress = progress;
  };
  const { files } = version;
  const { rule, largeUnits } = files;
  prepareFigures(files, note)
    .then(() => decideStars({ files, rule, largeUnits }, note))
    .catch((error: unknown) =>
      log.error('figures.not-prepared', {
        version: version.number,
        error: error instanceof Error ? error.name : 'unknown',
      }),
    )
    .finally(() => underWay.delete(contentId));
};

export type ReadyVersion =
  | { readonly state: 'none' }
  | { readonly state: 'preparing'; readonly preparing: Preparing }
  | { readonly state: 'ready'; readonly version: VersionInUse };

const ready = new Set<string>();

/** By whom they are read too: who sees no small cells waits until it is decided what may be shown. */
const isReady = async ({ contentId, files }: VersionInUse): Promise<boolean> => {
  const { rule, largeUnits, viewer } = files;
  const isOpen = seesEverything(viewer);
  const key = JSON.stringify([contentId, isOpen || [rule, [...largeUnits]]]);
  if (ready.has(key)) return true;
  if (!(await isPrepared(files))) return false;
  const guarded = { files, rule, largeUnits };
  if (!isOpen && !(await areStarsDecided(guarded))) return false;
  ready.add(key);
  return true;
};

/** The version in use when its figures can be read at once; begins to prepare them when not. */
export const findReadyVersion = async (asking: Asking, as?: Viewer): Promise<ReadyVersion> => {
  const version = await findVersionInUse(asking, as);
  if (!version) return { state: 'none' };
  if (await isReady(version)) return { state: 'ready', version };
  begin(version);
  const progress = underWay.get(version.contentId)?.progress ?? null;
  return {
    state: 'preparing',
    preparing: {
      measure: progress ? catalog[progress.measure].title : null,
      done: progress?.done ?? 0,
      of: progress?.of ?? 0,
    },
  };
};
