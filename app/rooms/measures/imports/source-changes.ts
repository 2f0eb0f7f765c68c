/** A file that is still being written is not the file whose hash stands in the manifest: it is refused. */
import { stat } from 'node:fs/promises';
import type { SourceFile } from './formats/format.ts';
import type { ProblemCollector } from './problem-collector.ts';

const stateOf = async ({ path }: SourceFile): Promise<string> => {
  const { ino, size, mtimeMs } = await stat(path);
  return `${ino} ${size} ${mtimeMs}`;
};

/** Call it before the first byte is read, and what it gives after the last one: it stops when a file has changed between. */
export const watchSources = async (
  sources: readonly SourceFile[],
  problems: ProblemCollector,
): Promise<() => Promise<void>> => {
  const before = await Promise.all(sources.map(stateOf));
  return async () => {
    for (const [index, source] of sources.entries()) {
      const now = await stateOf(source).catch(() => 'gone');
      if (now === before[index]) continue;
      problems.stop({
        ...{ file: source.name, line: null, column: null, value: null, rule: 'file-changed' },
        sentence:
          'The file changed while it was read: somebody is still writing it. Wait until it is complete and try again.',
      });
    }
  };
};
