/** The State of Juniper as the demonstration shows it: two sets of files about the same children. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay } from './days.ts';
import type { World } from './records.ts';
import { type WriteProgress, writeState } from './write-state.ts';
import { Afcars2020Writer } from './writers/afcars-2020-writer.ts';
import { AfcarsLegacyWriter } from './writers/afcars-legacy-writer.ts';
import { NcandsWriter } from './writers/ncands-writer.ts';
import { PackageWriter } from './writers/package-writer.ts';
import type { WrittenFile } from './writers/state-writer.ts';
import { SupplementWriter } from './writers/supplement-writer.ts';

export const juniper: World = {
  seed: 1,
  population: 600_000,
  from: parseDay('2018-10-01'),
  asOf: parseDay('2026-09-30'),
};

export interface JuniperRequest {
  /** Where the folders `federal` and `package` are made; neither may exist yet. */
  readonly folder: string;
  /** Children living in the state; 600,000 when left out. Files grow and shrink in proportion. */
  readonly population?: number;
  readonly onProgress?: (progress: WriteProgress) => void;
}

export interface JuniperFiles {
  /** What the state sent to the federal government, and beside it only what those files lack. */
  readonly federal: string;
  /** The agency's own extract. */
  readonly package: string;
  readonly files: readonly WrittenFile[];
}

/** Writes both folders. The same bytes every time. */
export const writeJuniper = async ({
  folder,
  population,
  onProgress,
}: JuniperRequest): Promise<JuniperFiles> => {
  const federal = join(folder, 'federal');
  const own = join(folder, 'package');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const path of [federal, own]) mkdirSync(path, { recursive: false, mode: 0o700 });
  const world = { ...juniper, ...(population !== undefined && { population }) };
  const writers = [
    new AfcarsLegacyWriter(federal, world),
    new Afcars2020Writer(federal, world),
    new NcandsWriter(federal, world),
    new SupplementWriter(federal, world),
    new PackageWriter(own, world),
  ];
  const { files } = await writeState(world, writers, onProgress);
  return { federal, package: own, files: files.flat() };
};
