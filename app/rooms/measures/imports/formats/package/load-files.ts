/** Reads the table files of a package into the engine, each header first, then each file's rows. */
import type { ReadContext, SourceFile } from '../format.ts';
import { loadCsv } from './load-csv.ts';
import { loadParquet, readParquetHeader } from './load-parquet.ts';
import type { LoadedFile, LoadRequest } from './loaded-file.ts';
import { packageFileNamed } from './package-files.ts';
import { readHeader } from './read-header.ts';
import { type CsvScan, scanCsv, scanShare } from './scan-csv.ts';

/** Where another source brings the table, a file may hold only the key and what that source lacks. */
const requiredOf = (file: SourceFile, context: ReadContext): readonly string[] => {
  const shape = packageFileNamed(file.name);
  if (!shape) return [];
  return context.broughtByOthers.has(shape.table) && shape.key.length > 0 ? shape.key : shape.required;
};

const isParquetFile = (file: SourceFile): boolean => file.path.endsWith('.parquet');

/** All headers before any rows: most of what is wrong with a package shows in seconds. */
const readHeaders = async (files: readonly SourceFile[], context: ReadContext): Promise<LoadRequest[]> => {
  const requests: LoadRequest[] = [];
  for (const [number, file] of files.entries()) {
    const shape = packageFileNamed(file.name);
    if (!shape) continue;
    const required = requiredOf(file, context);
    const header = isParquetFile(file)
      ? await readParquetHeader(file, shape, required, context)
      : await readHeader(file, shape, required, context.problems);
    requests.push({ file, shape, header, number });
  }
  return requests;
};

/** Scans one CSV after the other while the engine, on its own threads, already reads those that are scanned. */
const startScans = (
  requests: readonly LoadRequest[],
  context: ReadContext,
): Map<number, Promise<CsvScan>> => {
  const scans = new Map<number, Promise<CsvScan>>();
  let previous: Promise<unknown> = Promise.resolve();
  for (const { file, number } of requests) {
    if (isParquetFile(file)) continue;
    const scan = previous.then(() => scanCsv(file, context));
    // Whoever loads the file hears of the failure; until then it must not count as unhandled.
    scan.catch(() => undefined);
    scans.set(number, scan);
    previous = scan;
  }
  return scans;
};

export const loadFiles = async (
  files: readonly SourceFile[],
  context: ReadContext,
): Promise<LoadedFile[]> => {
  const requests = await readHeaders(files, context);
  const loaded: LoadedFile[] = [];
  const over = new AbortController();
  const signal = AbortSignal.any([context.signal, over.signal]);
  const scans = startScans(requests, { ...context, signal });
  try {
    for (const request of requests) {
      const { file, number } = request;
      const scan = scans.get(number);
      const one = await (scan ? loadCsv(request, scan, context) : loadParquet(request, context));
      context.advance(file, file.bytes - Math.floor(file.bytes / scanShare), one.rows);
      loaded.push(one);
    }
    return loaded;
  } finally {
    over.abort();
  }
};
