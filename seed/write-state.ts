/** One invented state, told once and written in several formats at the same time, so that all describe the same children. */
import { setImmediate } from 'node:timers/promises';
import { monthOf } from './days.ts';
import { families } from './families.ts';
import type { World } from './records.ts';
import type { StateWriter, WrittenFile } from './writers/state-writer.ts';

export interface WriteProgress {
  /** From 0 to 1. */
  readonly share: number;
  readonly families: number;
}

export interface Written {
  readonly families: number;
  readonly files: readonly (readonly WrittenFile[])[];
}

const familiesBetweenPauses = 2000;

/** Writes the whole state; files by writer, in the order given. Holds one family at a time. */
export const writeState = async (
  world: World,
  writers: readonly StateWriter[],
  onProgress: (progress: WriteProgress) => void = () => {},
): Promise<Written> => {
  let count = 0;
  const months = monthOf(world.asOf) - monthOf(world.from) + 1;
  let month = 0;
  for (const family of families(world, (reached) => {
    month = reached - monthOf(world.from);
  })) {
    for (const writer of writers) writer.family(family);
    count += 1;
    if (count % familiesBetweenPauses === 0) {
      onProgress({ share: Math.max(0, month) / months, families: count });
      await setImmediate();
    }
  }
  const files = writers.map((writer) => writer.close());
  onProgress({ share: 1, families: count });
  return { families: count, files };
};
