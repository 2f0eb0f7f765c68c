/** A mapping from a file, as `midcourse mapping export` writes it. */
import { readFileSync } from 'node:fs';
import { Invalid } from '../app/platform/errors.ts';
import { type Mapping, readMappingText } from '../app/rooms/measures/public.ts';

const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Invalid(
      `The mapping ${path} cannot be read.`,
      'Give the path of a file that `midcourse mapping export` wrote.',
    );
  }
};

/** Throws `Invalid` when there is no such file, or it is no mapping. */
export const readMappingFile = (path: string): Mapping => readMappingText(contentOf(path));
