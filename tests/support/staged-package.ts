/** Writes files into a folder of their own, stages a version from them, and reads back what was made. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Analytics, openAnalytics, quoted, type Row } from '../../app/platform/analytics/duckdb.ts';
import type { CanonicalTable } from '../../app/rooms/measures/imports/canonical.ts';
import type { Manifest } from '../../app/rooms/measures/imports/manifest.ts';
import type { Problem } from '../../app/rooms/measures/imports/problem.ts';
import type { StageRequest } from '../../app/rooms/measures/imports/stage.ts';
import { stageVersion } from '../../app/rooms/measures/imports/stage-version.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface StagedRun {
  /** Null when the import stopped. */
  readonly manifest: Manifest | null;
  readonly problems: readonly Problem[];
  /** Where the version stands, and what is in it. */
  readonly folder: string;
  readonly names: readonly string[];
  rows(table: CanonicalTable | 'problems'): Promise<Row[]>;
}

export const writeFiles = async (folder: string, files: Files): Promise<void> => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
};

const openOn = (folder: string, spill: string): Promise<Analytics> =>
  openAnalytics({ allowedPaths: [`${folder}/`], memory: '300MB', threads: 2, temporaryFolder: spill });

const rowsIn = async (folder: string, spill: string, table: string): Promise<Row[]> => {
  const analytics = await openOn(folder, spill);
  const path = quoted(join(folder, `${table}.parquet`));
  return analytics.all(`SELECT * FROM read_parquet(${path}) ORDER BY ALL`).finally(() => analytics.close());
};

/** Stages `paths`, hands the result to `use`, and removes everything. */
export const withStaged = async <T>(
  paths: readonly string[],
  use: (run: StagedRun) => Promise<T>,
  options: Partial<StageRequest> = {},
): Promise<T> => {
  const root = await mkdtemp(join(tmpdir(), 'midcourse-stage-'));
  const folder = join(root, 'version');
  await mkdir(folder, { mode: 0o700 });
  try {
    const request = { paths, folder, today: '2026-11-01', memory: '500MB', threads: 2, ...options };
    const staged = await stageVersion(request);
    const { problems } = staged;
    const rows = (table: string) => rowsIn(folder, root, table);
    const names = await readdir(folder);
    return await use({ manifest: staged.ok ? staged.manifest : null, problems, folder, names, rows });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};

/** As `withStaged`, with a package of these files as the only path. */
export const withPackage = async <T>(
  files: Files,
  use: (run: StagedRun) => Promise<T>,
  options: Partial<StageRequest> = {},
): Promise<T> => {
  const source = await mkdtemp(join(tmpdir(), 'midcourse-package-'));
  try {
    await writeFiles(source, files);
    return await withStaged([source], use, options);
  } finally {
    await rm(source, { recursive: true, force: true });
  }
};

/** The smallest package that can be imported; override its files one by one. */
export const smallPackage: Files = {
  'children.csv': 'child_id,birth_date,sex\nA,2015-03-01,female\nB,2010-07-04,male\n',
  'removals.csv':
    'child_id,removal_date,discharge_date,discharge_reason\nA,2020-01-10,2020-08-01,reunification\nB,2021-02-03,,\n',
  'package.json': '{"as_of": "2024-12-31", "agency": "Example agency"}',
};
