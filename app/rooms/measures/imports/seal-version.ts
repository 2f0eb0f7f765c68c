/** The last steps: the report as a file, modes, and the manifest, which makes a folder a version. */
import { createHash } from 'node:crypto';
import { chmod, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analytics, quoted } from '../../../platform/analytics/duckdb.ts';
import { type Manifest, manifestShape } from './manifest.ts';
import type { Problem } from './problem.ts';
import { openRowWriter } from './row-writer.ts';

const problemColumns = [
  ['file', 'VARCHAR'],
  ['line', 'INTEGER'],
  ['column', 'VARCHAR'],
  ['value', 'VARCHAR'],
  ['rule', 'VARCHAR'],
  ['sentence', 'VARCHAR'],
  ['weight', 'VARCHAR'],
  ['about_table', 'VARCHAR'],
  ['child_id', 'VARCHAR'],
  ['report_id', 'VARCHAR'],
  ['record_on', 'VARCHAR'],
  ['county', 'VARCHAR'],
  ['unit', 'VARCHAR'],
  ['more', 'INTEGER'],
] as const;

/** Gives the file's name, or null when there is nothing to report. */
export const writeProblems = async (
  problems: readonly Problem[],
  folder: string,
  analytics: Analytics,
): Promise<string | null> => {
  if (problems.length === 0) return null;
  const writer = await openRowWriter(analytics, 'import_problems', problemColumns);
  for (const { file, line, column, value, rule, sentence, weight, about, more } of problems)
    writer.add([
      ...[file, line, column, value, rule, sentence, weight],
      ...[about?.table ?? null, about?.childId ?? null, about?.reportId ?? null, about?.on ?? null],
      ...[about?.county ?? null, about?.unit ?? null, more ?? null],
    ]);
  writer.finish();
  const name = 'problems.parquet';
  await analytics.run(`COPY import_problems TO ${quoted(join(folder, name))} (FORMAT parquet)`);
  return name;
};

/** The same sources with the same settings have the same id, in whatever order or folder they come. */
export const contentIdOf = (
  sources: readonly { readonly part: string; readonly sha256: string }[],
  settings: Manifest['settings'],
): string => {
  const bytes = sources.map(({ part, sha256 }) => `${part} ${sha256}`).sort();
  const chosen = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify({ bytes, chosen })).digest('hex');
};

const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
};

/** Everything else in the folder must be on disk before the manifest says so. */
export const sealVersion = async (folder: string, manifest: Manifest): Promise<void> => {
  const checked = manifestShape.parse(manifest);
  for (const name of await readdir(folder)) {
    await chmod(join(folder, name), 0o600);
    await flush(join(folder, name));
  }
  const half = join(folder, 'manifest.half');
  await writeFile(half, `${JSON.stringify(checked, null, 2)}\n`, { mode: 0o600 });
  await flush(half);
  await rename(half, join(folder, 'manifest.json'));
  await flush(folder);
};
