/** Says in the log which questions to the two engines take long: by their text, out of which every value is taken. */
import { elapsedMs } from './clock.ts';
import { log } from './log.ts';

type Engine = 'postgres' | 'duckdb';

let limitMs: number | undefined;

/** From now on, those that take as long as this; undefined: none. */
export const logStatementsFrom = (ms: number | undefined): void => {
  limitMs = ms;
};

const longest = 600;

/** Parameters stand in a statement as `$1`; what was written into it goes too. */
const withoutValues = (statement: string): string =>
  statement
    .replaceAll(/'(?:[^']|'')*'/g, "'…'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longest);

/** Does the work, and notes the statement if it took long. */
export const timed = async <T>(engine: Engine, statement: string, work: () => Promise<T>): Promise<T> => {
  if (limitMs === undefined) return work();
  const began = elapsedMs();
  try {
    return await work();
  } finally {
    const ms = elapsedMs() - began;
    if (ms >= limitMs)
      log.info('statement.slow', { engine, ms: Math.round(ms), statement: withoutValues(statement) });
  }
};
