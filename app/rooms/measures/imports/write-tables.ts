/** Writes the tables of a version as Parquet files, and tells their hashes and counts. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analytics, quoted } from '../../../platform/analytics/duckdb.ts';
import type { CombinedTable } from './combine.ts';
import type { SourceKind } from './manifest.ts';

export interface WrittenTable {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly from: SourceKind[];
}

export const sha256Of = async (path: string, signal: AbortSignal): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024, signal }))
    hash.update(chunk);
  return hash.digest('hex');
};

/** Afterwards a view `case_<table>` stands over the file. */
export const writeTable = async (
  { table, query, from, readyParquet }: CombinedTable,
  folder: string,
  analytics: Analytics,
  signal: AbortSignal,
): Promise<WrittenTable> => {
  const file = `${table}.parquet`;
  const path = join(folder, file);
  if (readyParquet) await rename(readyParquet, path);
  else await analytics.run(`COPY (${query}) TO ${quoted(path)} (FORMAT parquet)`);
  await analytics.run(`CREATE VIEW case_${table} AS SELECT * FROM read_parquet(${quoted(path)})`);
  const [counted] = await analytics.all(`SELECT count(*) AS n FROM case_${table}`);
  return { file, sha256: await sha256Of(path, signal), rows: Number(counted?.n ?? 0), from: [...from] };
};
