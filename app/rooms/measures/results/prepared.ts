/** Answers from prepared figures: one engine per version, kept open in this process, a few at a time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analytics, openAnalytics, quoted } from '../../../platform/analytics/duckdb.ts';
import { caseViews } from '../catalog/case-views.ts';
import type { Breakdown, MeasureId } from '../catalog/definition-shape.ts';
import { answer } from './answer.ts';
import type { Dropped, Figure, FigureRequest, Window } from './figure.ts';
import { cubeOf, type PreparedIndex, preparedFolder, prepareFigures } from './prepare.ts';
import { loadSingles, preparedSums } from './prepared-sums.ts';
import { type StarRow, starSumsOf } from './sums.ts';
import type { VersionFiles } from './version-files.ts';

interface Kept {
  readonly analytics: Analytics;
  readonly index: PreparedIndex;
  readonly windows: ReadonlySet<string>;
  /** Answers given lately, by request: a version never changes. */
  readonly answers: Map<string, Promise<Figure[]>>;
  /** Requests being answered: an engine is closed only when there are none. */
  users: number;
  isRetired: boolean;
}

const mostKept = 3;
/** A measure page asks some thirty requests of a few cells each, and there are fourteen measures. */
const mostAnswers = 1000;
const kept = new Map<string, Promise<Kept>>();

const open = async (files: VersionFiles, folder: string): Promise<Kept> => {
  await prepareFigures(files);
  const index = JSON.parse(await readFile(join(folder, 'prepared.json'), 'utf8')) as PreparedIndex;
  const aggregates = files.manifest.tables.aggregates;
  const aggregatesPath = aggregates ? join(files.folder, aggregates.file) : null;
  const analytics = await openAnalytics({
    allowedPaths: [`${folder}/`, ...(aggregatesPath ? [aggregatesPath] : [])],
    memory: files.memory,
    threads: files.threads,
    temporaryFolder: files.scratchFolder,
  });
  if (aggregatesPath) {
    await analytics.run(
      `CREATE VIEW version_aggregates AS SELECT * FROM read_parquet(${quoted(aggregatesPath)})`,
    );
  }
  await loadSingles(analytics, folder, files.manifest);
  const held = new Set(aggregatesPath ? ['aggregates'] : []);
  for (const view of caseViews(held, files.manifest.asOf)) await analytics.run(view);
  const windows = new Set(index.windows.map(({ from, to }) => `${from}/${to}`));
  return { analytics, index, windows, answers: new Map(), users: 0, isRetired: false };
};

const closeWhenIdle = (engine: Kept): void => {
  if (engine.isRetired && engine.users === 0) engine.analytics.close();
};

const retire = async (engine: Promise<Kept>): Promise<void> => {
  const opened = await engine.catch(() => null);
  if (!opened) return;
  opened.isRetired = true;
  closeWhenIdle(opened);
};

const keep = (folder: string, engine: Promise<Kept>): void => {
  kept.delete(folder);
  kept.set(folder, engine);
  engine.catch(() => kept.delete(folder));
  for (const [oldest, old] of [...kept].slice(0, Math.max(0, kept.size - mostKept))) {
    kept.delete(oldest);
    void retire(old);
  }
};

const withKept = async <T>(files: VersionFiles, work: (engine: Kept) => Promise<T>): Promise<T> => {
  const folder = preparedFolder(files);
  const engine = kept.get(folder) ?? open(files, folder);
  keep(folder, engine);
  const opened = await engine;
  opened.users += 1;
  try {
    return await work(opened);
  } finally {
    opened.users -= 1;
    closeWhenIdle(opened);
  }
};

const answerFrom = (
  { analytics, index }: Kept,
  files: VersionFiles,
  request: FigureRequest,
): Promise<Figure[]> => {
  const folder = preparedFolder(files);
  return answer(
    { analytics, sums: (measure, asked) => preparedSums(analytics, { folder, index }, measure, asked) },
    request,
    {
      manifest: files.manifest,
      asOf: request.asOf,
      by: request.by,
      reportDays: index.reportDays,
    },
  );
};

/** The request's figures, or null where it asks for a window that is not kept prepared. */
export const preparedFigures = (files: VersionFiles, request: FigureRequest): Promise<Figure[] | null> =>
  withKept(files, async (engine) => {
    if (request.windows.some(({ from, to }) => !engine.windows.has(`${from}/${to}`))) return null;
    const { within, ...asked } = request;
    const key = JSON.stringify([asked, within?.places ?? null]);
    const known = engine.answers.get(key) ?? answerFrom(engine, files, request);
    engine.answers.delete(key);
    engine.answers.set(key, known);
    known.catch(() => engine.answers.delete(key));
    for (const oldest of [...engine.answers.keys()].slice(0, -mostAnswers)) engine.answers.delete(oldest);
    return known;
  });

/** Sums of standard windows by place, and by groups within places. */
export const preparedStarSums = (
  files: VersionFiles,
  measure: MeasureId,
  windows: readonly Window[],
  people: readonly Breakdown[],
): Promise<StarRow[]> =>
  withKept(files, ({ analytics, index }) =>
    starSumsOf(analytics, cubeOf(preparedFolder(files), measure, index), windows, people),
  );

/** The windows that are kept prepared, as `from/to`. */
export const preparedWindows = (files: VersionFiles): Promise<ReadonlySet<string>> =>
  withKept(files, async ({ windows }) => windows);

export const preparedDropped = (files: VersionFiles): Promise<Dropped> =>
  withKept(files, async ({ index }) => index.dropped);

/** Closes every engine kept open: when the server stops, and before a version is deleted. */
export const closePrepared = async (): Promise<void> => {
  const engines = [...kept.values()];
  kept.clear();
  await Promise.all(engines.map(retire));
};
