/** The formats that the seed can write, and which folder each goes to. */
import { Invalid } from '../app/platform/errors.ts';
import type { World } from './records.ts';
import { Afcars2020Writer } from './writers/afcars-2020-writer.ts';
import { AfcarsLegacyWriter } from './writers/afcars-legacy-writer.ts';
import { legacyPeriods, xmlPeriods } from './writers/federal-periods.ts';
import { NcandsWriter } from './writers/ncands-writer.ts';
import { PackageWriter } from './writers/package-writer.ts';
import type { StateWriter } from './writers/state-writer.ts';
import { SupplementWriter } from './writers/supplement-writer.ts';

export const formatNames = ['package', 'afcars2020', 'afcars-legacy', 'ncands'] as const;
export type SeedFormat = (typeof formatNames)[number];

export interface PlannedWriter {
  /** Relative to the folder that was asked for; empty for that folder itself. */
  readonly folder: string;
  readonly open: (path: string) => StateWriter;
}

const openers: Readonly<Record<SeedFormat, (path: string, world: World) => StateWriter>> = {
  package: (path, world) => new PackageWriter(path, world),
  afcars2020: (path, world) => new Afcars2020Writer(path, world),
  'afcars-legacy': (path, world) => new AfcarsLegacyWriter(path, world),
  ncands: (path, world) => new NcandsWriter(path, world),
};

/** Throws `Invalid` when the years on file hold no half-year of a format that was asked for. */
export const writersFor = (world: World, formats: readonly SeedFormat[]): PlannedWriter[] => {
  if (formats.includes('afcars-legacy') && legacyPeriods(world).length === 0)
    throw new Invalid(
      'The years asked for hold no half-year before October 2022.',
      'Ask for --years 5 or more.',
    );
  if (formats.includes('afcars2020') && xmlPeriods(world).length === 0)
    throw new Invalid('The years asked for hold no half-year from October 2022 on.');
  const isAlone = formats.length === 1;
  const plan: PlannedWriter[] = formats.map((format) => ({
    folder: isAlone ? '' : format,
    open: (path) => openers[format](path, world),
  }));
  const isFederal = formats.some((format) => format !== 'package');
  if (!isAlone && isFederal) {
    plan.push({ folder: 'supplement', open: (path) => new SupplementWriter(path, world) });
  }
  return plan;
};
