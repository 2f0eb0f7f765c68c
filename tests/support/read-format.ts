/** Runs one format on files, in an engine and scratch folder of its own, and gives back rows and problems. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Analytics, openAnalytics, type Row } from '../../app/platform/analytics/duckdb.ts';
import type { CanonicalTable } from '../../app/rooms/measures/imports/canonical.ts';
import type {
  Format,
  FormatReading,
  ReadContext,
  SourceFile,
} from '../../app/rooms/measures/imports/formats/format.ts';
import type { SourceKind } from '../../app/rooms/measures/imports/manifest.ts';
import type { Problem } from '../../app/rooms/measures/imports/problem.ts';
import { ImportStopped, newProblemCollector } from '../../app/rooms/measures/imports/problem-collector.ts';
import { readHead } from '../../app/rooms/measures/imports/read-head.ts';
import { openRowWriter } from '../../app/rooms/measures/imports/row-writer.ts';

export interface FormatRun {
  /** Null when the format stopped. */
  readonly reading: FormatReading | null;
  readonly problems: readonly Problem[];
  readonly analytics: Analytics;
  readonly context: ReadContext;
  /** All rows of a contributed table, in the order of its columns; empty when the format brings none. */
  rows(table: CanonicalTable): Promise<Row[]>;
}

const sourceOf = async (format: Format, path: string): Promise<SourceFile> => {
  const name = basename(path);
  const kind: SourceKind | null = format.recognise(await readHead(path, name));
  if (kind === null) throw new Error(`${name} is not recognised.`);
  return { path, name, kind, bytes: (await stat(path)).size };
};

/** Reads `paths` and hands the run to `use`; everything is removed afterwards. */
export const withFormatRun = async <T>(
  format: Format,
  paths: readonly string[],
  use: (run: FormatRun) => Promise<T>,
  options: Partial<ReadContext> = {},
): Promise<T> => {
  const scratch = await mkdtemp(join(tmpdir(), 'midcourse-format-'));
  const analytics = await openAnalytics({
    allowedPaths: [`${scratch}/`, ...paths],
    memory: '512MB',
    threads: 2,
    temporaryFolder: scratch,
  });
  const problems = newProblemCollector();
  const context: ReadContext = {
    analytics,
    problems,
    today: '2026-11-01',
    settings: {},
    ncandsLayout: undefined,
    scratch,
    signal: new AbortController().signal,
    broughtByOthers: new Set(),
    advance: () => undefined,
    newTable: (name, columns) => openRowWriter(analytics, name, columns),
    ...options,
  };
  try {
    const files = await Promise.all(paths.map((path) => sourceOf(format, path)));
    const reading = await format.read(files, context).catch((error: unknown) => {
      if (error instanceof ImportStopped) return null;
      throw error;
    });
    const relationOf = (table: CanonicalTable) =>
      reading?.contributions.find((one) => one.table === table)?.relation;
    return await use({
      reading,
      problems: problems.list(),
      analytics,
      context,
      rows: async (table) => {
        const relation = relationOf(table);
        return relation === undefined ? [] : analytics.all(`SELECT * FROM ${relation} ORDER BY ALL`);
      },
    });
  } finally {
    analytics.close();
    await rm(scratch, { recursive: true, force: true });
  }
};

/** The same on files made of the given text or bytes, by name. */
export const withFormatRunOn = async <T>(
  format: Format,
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (run: FormatRun) => Promise<T>,
  options: Partial<ReadContext> = {},
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'midcourse-format-files-'));
  try {
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await withFormatRun(format, paths, use, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
