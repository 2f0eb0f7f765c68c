/** The files of an invented state as an agency's own extract, written by the program itself. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startMidcourse } from './midcourse-process.ts';

/** Paths of its CSV files; a seed of its own is a state of its own. */
export const writtenPackage = async (
  folder: string,
  { children, seed }: { readonly children: number; readonly seed: number },
): Promise<string[]> => {
  const generate = ['generate', '--out', folder, '--children', String(children), '--seed', String(seed)];
  const writing = startMidcourse(generate);
  const code = await writing.ended();
  if (code !== 0) throw new Error(writing.stderr());
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
};
