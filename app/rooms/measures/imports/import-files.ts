/** The whole way of an import: wait for one's turn, stage, compute, publish. Nothing, or one new version. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForHold } from '../../../commons/jobs/hold.ts';
import type { Step } from '../../../commons/jobs/job.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { todayOn } from '../../../platform/clock.ts';
import { errorCode } from '../../../platform/database/sql-state.ts';
import { log } from '../../../platform/log.ts';
import { makeFixList } from '../fixes/make-fix-list.ts';
import { endDeciding } from '../results/guard/decide-in-thread.ts';
import { decideStars } from '../results/guard/decided-stars.ts';
import { loadGuard } from '../results/guard/shown-stars.ts';
import { type PreparationProgress, prepareFigures } from '../results/prepare.ts';
import type { ImportForm } from './forms.ts';
import { failureInWords } from './import-failure.ts';
import { importLock } from './import-lock.ts';
import type { Problem } from './problem.ts';
import type { Staged } from './stage.ts';
import { stageVersion } from './stage-version.ts';
import { cleanStaging, openStagingFolder } from './staging-folder.ts';
import type { DataVersion, VersionStore } from './version.ts';
import { publishVersion } from './writes.ts';

/** Of the analytical engine. */
export interface Limits {
  readonly memory: string;
  readonly threads: number;
}

export type ImportOutcome =
  | { readonly kind: 'published'; readonly version: DataVersion; readonly problems: readonly Problem[] }
  /** The same files with the same settings are there already. */
  | { readonly kind: 'known'; readonly version: DataVersion; readonly problems: readonly Problem[] }
  /** Nothing was added; at least one problem has the weight `stop`. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

interface Watch {
  report(step: Step): void;
  readonly signal: AbortSignal;
}

interface Workplace extends Watch {
  readonly store: VersionStore;
  readonly limits: Limits;
  /** A staging folder of this import. */
  readonly folder: string;
}

type Complete = Extract<Staged, { ok: true }>;

const makeFolder = async (path: string): Promise<string> => {
  await mkdir(path, { mode: 0o700 });
  return path;
};

/** Figures are kept by the content they are of, so that pages have them the moment the version is there. */
const compute = async (
  staged: Complete,
  { store, limits, folder, report }: Workplace,
  isForUse: boolean,
): Promise<void> => {
  const { manifest } = staged;
  const totalBytes = manifest.sources.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = manifest.sources.reduce((sum, source) => sum + source.rows, 0);
  const files = {
    ...limits,
    ...{ folder: staged.folder, manifest, derivedFolder: store.dataFolder.derived },
    scratchFolder: await makeFolder(join(folder, 'spill')),
  };
  try {
    const say =
      (step: string) =>
      ({ measure }: PreparationProgress): void =>
        report({ step, file: measure, rows, bytes: totalBytes, totalBytes });
    await prepareFigures(files, say('Computing figures'));
    if (isForUse)
      await decideStars({ files, ...(await loadGuard(store.database)) }, say('Deciding what may be shown'));
  } catch (error) {
    // The version is good without them: they are computed when a page asks.
    log.warn('figures.not-prepared', { kind: (error as Error).name, code: errorCode(error) });
  } finally {
    // It holds the import's own folders.
    endDeciding();
  }
};

/** What the new version shows is to be mended, and what of the last one is gone. */
const listFixesOf = async (
  version: DataVersion,
  scope: Scope<'versions.import'>,
  { store, limits, folder, report }: Workplace,
): Promise<void> => {
  const step = { step: 'Finding what is to be mended', file: null, bytes: 0, totalBytes: 0 };
  try {
    report({ ...step, rows: 0 });
    await makeFixList(store, scope, {
      ...{ ...limits, version, scratchFolder: await makeFolder(join(folder, 'fixes')) },
      onProgress: (rows) => report({ ...step, rows }),
    });
  } catch (error) {
    // The version is good without its list, which can be made on the page of what is to be mended.
    log.warn('fix-list.not-made', {
      version: version.number,
      kind: (error as Error).name,
      code: errorCode(error),
    });
  }
};

const stageAndPublish = async (
  place: Workplace,
  scope: Scope<'versions.import'>,
  { paths, prefer, ncandsLayout, mapping, asOf, putInUse }: ImportForm,
): Promise<ImportOutcome> => {
  const { store, limits, folder, report, signal } = place;
  const staged = await stageVersion({
    ...limits,
    ...{ paths, folder: await makeFolder(join(folder, 'version')), today: todayOn(), signal },
    ...(prefer && { prefer }),
    ...(ncandsLayout !== undefined && { ncandsLayout }),
    ...(mapping && { mapping }),
    ...(asOf !== undefined && { asOf }),
    onProgress: report,
  });
  if (!staged.ok) return { kind: 'refused', problems: staged.problems };
  await compute(staged, place, putInUse);
  signal.throwIfAborted();
  const { version, isNew } = await publishVersion(store, scope, staged, { putInUse });
  if (isNew) await listFixesOf(version, scope, place);
  return { kind: isNew ? 'published' : 'known', version, problems: staged.problems };
};

const nothingYet = { file: null, rows: 0, bytes: 0, totalBytes: 0 };

/**
 * Imports files as one new version. A second import waits for the first, and says so. What the data, a full disk or a
 * stop prevent comes back as `refused`; it throws only when the program itself is at fault. Nothing is left behind.
 */
export const importFiles = async (
  store: VersionStore,
  limits: Limits,
  scope: Scope<'versions.import'>,
  form: ImportForm,
  watch: Watch,
): Promise<ImportOutcome> => {
  const wait = (): void => watch.report({ ...nothingYet, step: 'Waiting for another import to end' });
  try {
    const hold = await waitForHold(store.database, importLock, wait, watch.signal);
    try {
      await cleanStaging(store.dataFolder);
      const staging = await openStagingFolder(store.dataFolder, 'import');
      try {
        return await stageAndPublish({ store, limits, folder: staging.path, ...watch }, scope, form);
      } finally {
        await staging.remove();
      }
    } finally {
      await hold.release();
    }
  } catch (error) {
    const failure = failureInWords(error, watch.signal);
    if (!failure) throw error;
    return { kind: 'refused', problems: [failure] };
  }
};
