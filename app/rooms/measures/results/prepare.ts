/**
 * Figures kept prepared: after an import, every measure's facts summed by window and dimension, so that a
 * page's request is one group-by over a small file. Can always be computed again; holds no child.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Analytics, quoted } from '../../../platform/analytics/duckdb.ts';
import { nowAt } from '../../../platform/clock.ts';
import { Invalid } from '../../../platform/errors.ts';
import { catalog } from '../catalog/catalog.ts';
import { type MeasureId, measureIds } from '../catalog/definition-shape.ts';
import { absenceOf } from './absence.ts';
import { definitionsHash } from './definitions-hash.ts';
import type { Dropped, Window } from './figure.ts';
import type { ReportDay } from './finality.ts';
import { passesOf } from './passes.ts';
import { firstRecordOn, standardWindows } from './standard-windows.ts';
import { readDropped, readReportDays } from './status.ts';
import { summedFacts, sumsSelect } from './sums.ts';
import { type VersionFiles, withRun } from './version-files.ts';

/** `prepared.json`, written last: a folder without it is half-made. */
export interface PreparedIndex {
  readonly windows: readonly Window[];
  readonly passes: number;
  readonly reportDays: readonly ReportDay[];
  readonly dropped: Dropped;
}

export interface PreparationProgress {
  readonly measure: MeasureId;
  readonly done: number;
  readonly of: number;
}

/** Sums by window and every dimension together, a file a pass: for filters and breakdowns at once. */
const cubeFile = (measure: MeasureId, pass: number): string => `${measure}.${pass}.parquet`;

/** A measure's cube as a relation. */
export const cubeOf = (folder: string, measure: MeasureId, { passes }: PreparedIndex): string => {
  const files = Array.from({ length: passes }, (_, pass) => quoted(join(folder, cubeFile(measure, pass))));
  return `read_parquet([${files.join(', ')}])`;
};

/** Sums by window and one breakdown at a time, totals among them: most of what pages ask. */
export const singlesFile = (measure: MeasureId): string => `${measure}.singles.parquet`;

/** Where this version's prepared figures are, or would be. */
export const preparedFolder = (files: VersionFiles): string => {
  if (files.derivedFolder === null) throw new Invalid('These files have no folder for prepared figures.');
  return join(files.derivedFolder, files.manifest.contentId, definitionsHash(files.manifest));
};

export const isPrepared = async (files: VersionFiles): Promise<boolean> =>
  files.derivedFolder !== null &&
  (await stat(join(preparedFolder(files), 'prepared.json')).catch(() => null)) !== null;

interface Pass {
  readonly folder: string;
  readonly measures: readonly MeasureId[];
  readonly pass: number;
  readonly passes: number;
  readonly onProgress: (progress: PreparationProgress) => void;
}

const writeCubes = async (analytics: Analytics, work: Pass): Promise<void> => {
  const { folder, measures, pass, passes, onProgress } = work;
  for (const [index, measure] of measures.entries()) {
    onProgress({ measure, done: pass * measures.length + index, of: passes * measures.length });
    await analytics.run(
      `COPY (${summedFacts(measure)} ORDER BY window_from, window_to)
       TO ${quoted(join(folder, cubeFile(measure, pass)))} (FORMAT parquet, ROW_GROUP_SIZE 20480)`,
    );
  }
};

const writeSingles = async (
  analytics: Analytics,
  folder: string,
  measures: readonly MeasureId[],
  index: PreparedIndex,
): Promise<void> => {
  for (const measure of measures) {
    const singles = sumsSelect(cubeOf(folder, measure, index), catalog[measure].breakdowns, '');
    await analytics.run(
      `COPY (SELECT '${measure}' AS measure, * FROM (${singles}) ORDER BY window_from, window_to)
       TO ${quoted(join(folder, singlesFile(measure)))} (FORMAT parquet)`,
    );
  }
};

const standardWindowsOf = (files: VersionFiles): Promise<Window[]> => {
  const asOf = files.manifest.asOf;
  return withRun(files, { measures: [], windows: [], asOf }, async (analytics) =>
    standardWindows((await firstRecordOn(analytics)) ?? asOf, asOf),
  );
};

const prepareInto = async (
  files: VersionFiles,
  folder: string,
  onProgress: (progress: PreparationProgress) => void,
): Promise<void> => {
  const windows = await standardWindowsOf(files);
  const measures = measureIds.filter((id) => absenceOf(catalog[id], files.manifest) === null);
  const run = { asOf: files.manifest.asOf, writable: [`${folder}/`] };
  const passes = passesOf(files, windows);
  for (const [pass, own] of passes.entries()) {
    await withRun(files, { ...run, measures, windows: own }, (analytics) =>
      writeCubes(analytics, { folder, measures, pass, passes: passes.length, onProgress }),
    );
  }
  await withRun(files, { ...run, measures: [], windows: [] }, async (analytics) => {
    const index: PreparedIndex = {
      windows,
      passes: passes.length,
      reportDays: await readReportDays(analytics),
      dropped: await readDropped(analytics),
    };
    await writeSingles(analytics, folder, measures, index);
    await writeFile(join(folder, 'prepared.json'), JSON.stringify(index), { mode: 0o600 });
  });
};

/** Another process may have finished first; its figures are the same, so ours are let go. */
const moveIntoPlace = async (files: VersionFiles, made: string, place: string): Promise<void> => {
  if (await isPrepared(files)) {
    await rm(made, { recursive: true, force: true });
    return;
  }
  await rm(place, { recursive: true, force: true });
  await rename(made, place).catch(async (error) => {
    if (!(await isPrepared(files))) throw error;
    await rm(made, { recursive: true, force: true });
  });
};

const abandonedAfterMs = 3_600_000;

/** What a killed process left half-made. */
const removeAbandoned = async (folder: string): Promise<void> => {
  for (const name of (await readdir(folder)).filter((entry) => entry.includes('.making-'))) {
    const path = join(folder, name);
    const made = await stat(path).catch(() => null);
    if (made && nowAt().getTime() - made.mtimeMs > abandonedAfterMs)
      await rm(path, { recursive: true, force: true });
  }
};

const inProgress = new Map<string, Promise<void>>();

const prepareOnce = async (
  files: VersionFiles,
  place: string,
  onProgress: (progress: PreparationProgress) => void,
): Promise<void> => {
  if (await isPrepared(files)) return;
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await removeAbandoned(dirname(place));
  const made = `${place}.making-${randomUUID()}`;
  await mkdir(made, { mode: 0o700 });
  try {
    await prepareInto(files, made, onProgress);
    await moveIntoPlace(files, made, place);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
};

/**
 * Computes and keeps the standard windows of every measure, unless that is done already; two callers in one
 * process share the work. Takes seconds to a minute on a state's data.
 */
export const prepareFigures = async (
  files: VersionFiles,
  onProgress: (progress: PreparationProgress) => void = () => {},
): Promise<void> => {
  const place = preparedFolder(files);
  const running = inProgress.get(place);
  if (running) return running;
  const work = prepareOnce(files, place, onProgress).finally(() => inProgress.delete(place));
  inProgress.set(place, work);
  return work;
};
