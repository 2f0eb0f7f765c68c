/** A data version on disk, and the engine that reads it. */

import { join } from 'node:path';
import { type Analytics, openAnalytics, quoted } from '../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../platform/clock.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';
import { prepareRun } from '../catalog/run.ts';
import type { Manifest } from '../imports/manifest.ts';
import type { Window } from './figure.ts';

export interface VersionFiles {
  /** The version's folder: its Parquet files. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** The data folder's `derived`, where figures are kept prepared; null = compute each time, keep nothing. */
  readonly derivedFolder: string | null;
  /** A folder of this process's own for spilling. */
  readonly scratchFolder: string;
  readonly memory: string;
  readonly threads: number;
}

const openTables = async (files: VersionFiles, more: readonly string[]): Promise<Analytics> => {
  const tables = Object.entries(files.manifest.tables).flatMap(([name, table]) =>
    table ? [{ name, path: join(files.folder, table.file) }] : [],
  );
  const analytics = await openAnalytics({
    allowedPaths: [...tables.map(({ path }) => path), ...more],
    memory: files.memory,
    threads: files.threads,
    temporaryFolder: files.scratchFolder,
    keepsOrder: false,
  });
  for (const { name, path } of tables) {
    await analytics.run(
      `CREATE VIEW version_${name} AS SELECT * FROM read_parquet(${quoted(path)}, file_row_number = true)`,
    );
  }
  return analytics;
};

export interface Run {
  readonly measures: readonly MeasureId[];
  readonly windows: readonly Window[];
  readonly asOf: Day;
  /** Folders (ending in `/`) the run may write to. */
  readonly writable?: readonly string[];
  /** Further files it reads. */
  readonly alsoReads?: readonly string[];
}

/** Opens an engine over the version, prepares the run, hands it over, and closes it whatever happens. */
export const withRun = async <T>(
  files: VersionFiles,
  run: Run,
  work: (analytics: Analytics) => Promise<T>,
): Promise<T> => {
  const analytics = await openTables(files, [...(run.writable ?? []), ...(run.alsoReads ?? [])]);
  try {
    await prepareRun(analytics, { ...run, held: new Set(Object.keys(files.manifest.tables)) });
    return await work(analytics);
  } finally {
    analytics.close();
  }
};
