/** Hashes files while something else reads them: their bytes come from memory, and another processor is free. */
import { sha256Of } from '../../write-tables.ts';
import type { SourceFile } from '../format.ts';

/** Gives the result and the files' SHA-256. When either fails, the other is ended. */
export const hashWhile = async <T>(
  files: readonly SourceFile[],
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<[T, string[]]> => {
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  const hashAll = async (): Promise<string[]> => {
    const hashes: string[] = [];
    for (const { path } of files) hashes.push(await sha256Of(path, ended));
    return hashes;
  };
  try {
    return await Promise.all([work(ended), hashAll()]);
  } catch (error) {
    failed.abort(error);
    throw error;
  }
};
