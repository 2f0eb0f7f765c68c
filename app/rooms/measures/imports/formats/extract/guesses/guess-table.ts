/** Which table of the package a sheet is: the one whose columns it has, and that it is called after. */
import { type PackageFile, packageFiles } from '../../package/package-files.ts';
import type { SheetProfile } from '../profile.ts';
import { guessColumns } from './guess-columns.ts';
import { knownTables } from './known-names.ts';
import { wordsOf } from './likeness.ts';

/** So much does a name weigh, in columns. */
const nameWeight = 3;

const isCalled = ({ table }: PackageFile, { file, sheet }: SheetProfile): boolean => {
  const words = wordsOf(`${file.replace(/\.[a-z]+$/i, '')} ${sheet ?? ''}`);
  return words.some((word) => knownTables[table]?.includes(word));
};

/** Null when no table's needed columns are all there. */
export const guessTable = (sheet: SheetProfile): PackageFile | null => {
  const scored = packageFiles.flatMap((shape) => {
    const names = guessColumns(shape, sheet).map(({ column }) => column);
    const isPossible = shape.required.every((name) => names.includes(name));
    return isPossible ? [{ shape, score: names.length + (isCalled(shape, sheet) ? nameWeight : 0) }] : [];
  });
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best?.shape ?? null;
};
