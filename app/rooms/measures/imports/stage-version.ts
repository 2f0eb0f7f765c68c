/** Files in, one complete version folder out, or nothing. The order of an import, in one place. */
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analytics, openAnalytics, quoted } from '../../../platform/analytics/duckdb.ts';
import { nowAt } from '../../../platform/clock.ts';
import { programVersion } from '../../../platform/program-version.ts';
import { findAsOf } from './as-of.ts';
import { assertFewBadRows, badRowShareOf, usualBadRowShare } from './bad-rows.ts';
import type { CanonicalTable } from './canonical.ts';
import { type CombinedTable, combine } from './combine.ts';
import { extractFormat } from './formats/extract/extract-format.ts';
import { hashOfMapping } from './formats/extract/mapping.ts';
import type { Format, FormatReading, SourceFile } from './formats/format.ts';
import { formats } from './formats/formats.ts';
import { failureInWords } from './import-failure.ts';
import type { Manifest } from './manifest.ts';
import { ImportStopped, newProblemCollector, type ProblemCollector } from './problem-collector.ts';
import { newProgressTeller, type ProgressTeller } from './progress.ts';
import { readSources } from './read-sources.ts';
import { assertEnoughTables } from './required-tables.ts';
import { contentIdOf, sealVersion, writeProblems } from './seal-version.ts';
import { watchSources } from './source-changes.ts';
import { findSources } from './sources.ts';
import type { Staged, StageRequest, StageVersion } from './stage.ts';
import { sha256Of, type WrittenTable, writeTable } from './write-tables.ts';

const scratchName = '.scratch';

interface Stage {
  readonly request: StageRequest;
  readonly signal: AbortSignal;
  readonly problems: ProblemCollector;
  readonly progress: ProgressTeller;
  readonly analytics: Analytics;
  readonly settings: Manifest['settings'];
}

const writeTables = async (tables: readonly CombinedTable[], stage: Stage) => {
  const written = new Map<CanonicalTable, WrittenTable>();
  for (const table of tables) {
    stage.signal.throwIfAborted();
    stage.progress.step('Writing', `${table.table}.parquet`);
    written.set(table.table, await writeTable(table, stage.request.folder, stage.analytics, stage.signal));
  }
  return written;
};

const sourcesOf = async (
  readings: readonly FormatReading[],
  signal: AbortSignal,
): Promise<Manifest['sources']> => {
  const sources: Manifest['sources'] = [];
  for (const { file, rows, setAside, periodEnd, fiscalYear, sha256 } of readings.flatMap(
    ({ files }) => files,
  ))
    sources.push({
      ...{ name: file.name, kind: file.kind, bytes: file.bytes },
      sha256: sha256 ?? (await sha256Of(file.path, signal)),
      ...{ periodEnd, fiscalYear, rows, setAside },
    });
  return sources;
};

const writeQuality = async (
  relations: readonly string[],
  { analytics, request }: Stage,
): Promise<string | null> => {
  if (relations.length === 0) return null;
  const all = relations.map((relation) => `SELECT * FROM "${relation}"`).join(' UNION ALL BY NAME ');
  await analytics.run(`COPY (${all}) TO ${quoted(join(request.folder, 'quality.parquet'))} (FORMAT parquet)`);
  return 'quality.parquet';
};

const makeVersion = async (sources: readonly SourceFile[], stage: Stage): Promise<Manifest> => {
  const { request, problems, analytics, settings, signal, progress } = stage;
  const share = badRowShareOf(settings, problems);
  const assertUnchanged = await watchSources(sources, problems);
  const { readings, assess } = await readSources(sources, formatsFor(request), stage);
  await assertUnchanged();
  assertFewBadRows(readings, share, problems);
  progress.step('Joining the sources', null);
  const tables = await combine(readings, request.prefer ?? {}, analytics, problems);
  assertEnoughTables(tables, problems);
  const written = await writeTables(tables, stage);
  const from = new Map(tables.map((table) => [table.table, table.from]));
  const asOf = await findAsOf(readings, from, request.today, analytics, problems);
  progress.step('Checking the data', null);
  const qualityFile = await writeQuality(await assess(), stage);
  progress.step('Finishing', null);
  const read = await sourcesOf(readings, signal);
  const setAside = read.reduce((sum, source) => sum + source.setAside, 0);
  return {
    format: 1,
    contentId: contentIdOf(
      read.map(({ name, kind, sha256 }) => ({ part: partOf(name, kind), sha256 })),
      settings,
    ),
    ...{ asOf, agency: readings.find(({ agency }) => agency)?.agency ?? null },
    ...{ programVersion, madeAt: nowAt().toISOString(), sources: read, tables: Object.fromEntries(written) },
    problems: {
      file: await writeProblems(problems.list(), request.folder, analytics),
      total: problems.total,
      setAside,
    },
    qualityFile,
    settings: Object.assign({}, ...readings.map((reading) => reading.settings), settings),
  };
};

/** What a file is in its version. A package's file means something by its name, the others by what they hold. */
const partOf = (name: string, kind: string): string =>
  kind === 'package' ? `package/${name.toLowerCase().replace(/^([a-z]+).*\.([a-z]+)$/, '$1.$2')}` : kind;

/** A mapping's own files are known before all others: an agency may call its clients' file children.csv too. */
const formatsFor = ({ mapping }: StageRequest): readonly Format[] =>
  mapping ? [extractFormat(mapping), ...formats] : formats;

const settingsOf = ({ settings, prefer, mapping, asOf }: StageRequest): Manifest['settings'] => ({
  bad_row_share: usualBadRowShare,
  ...settings,
  ...(mapping && { mapping_sha256: hashOfMapping(mapping) }),
  ...(asOf !== undefined && { as_of: asOf }),
  ...Object.fromEntries(Object.entries(prefer ?? {}).map(([table, kind]) => [`prefer ${table}`, kind])),
});

const empty = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
};

const stage = async (request: StageRequest, problems: ProblemCollector): Promise<Staged> => {
  const { folder, memory, threads } = request;
  const signal = request.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  const scratch = join(folder, scratchName);
  await mkdir(scratch, { mode: 0o700 });
  const progress = newProgressTeller(request.onProgress);
  progress.step('Looking at the files', null);
  const sources = await findSources({
    paths: request.paths,
    formats: formatsFor(request),
    scratch,
    problems,
  });
  progress.expect(sources.reduce((sum, { bytes }) => sum + bytes, 0));
  const real = await Promise.all(sources.map(({ path }) => realpath(path)));
  const temporaryFolder = join(scratch, 'spill');
  await mkdir(temporaryFolder, { mode: 0o700 });
  const analytics = await openAnalytics({
    allowedPaths: [`${folder}/`, ...real],
    memory,
    threads,
    temporaryFolder,
  });
  const interrupt = () => analytics.connection.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    const settings = settingsOf(request);
    const manifest = await makeVersion(sources, { request, signal, problems, progress, analytics, settings });
    analytics.close();
    await rm(scratch, { recursive: true });
    signal.throwIfAborted();
    await sealVersion(folder, manifest);
    return { ok: true, folder, manifest, problems: problems.list() };
  } finally {
    signal.removeEventListener('abort', interrupt);
    analytics.close();
  }
};

/**
 * Makes the version in `request.folder`. Problems of the data, a full disk and a cancelled import come back as data,
 * with the folder empty; it throws only when the program itself is at fault, and the folder is empty then too.
 */
export const stageVersion: StageVersion = async (request) => {
  const problems = newProblemCollector();
  try {
    return await stage(request, problems);
  } catch (error) {
    await empty(request.folder);
    if (!(error instanceof ImportStopped)) {
      const failure = failureInWords(error, request.signal);
      if (!failure) throw error;
      problems.add(failure);
    }
    return { ok: false, problems: problems.list() };
  }
};
