/** Beside the federal files, only what they lack: population, investigations, units, and the counties' names. */
import { join } from 'node:path';
import { counties } from '../counties.ts';
import { isoOf } from '../days.ts';
import { isInPeriod, knownEpisodes } from '../known.ts';
import type { Child, Episode, Family, World } from '../records.ts';
import { BufferedFile } from './buffered-file.ts';
import { legacyPeriods, type Period, xmlPeriods } from './federal-periods.ts';
import { InvestigationsFile } from './investigations-file.ts';
import { writePackageFacts } from './package-facts-file.ts';
import { writePopulation } from './population-file.ts';
import { closed, type StateWriter, type WrittenFile } from './state-writer.ts';

/** The stays that an import of all federal files ends up with: the last XML file's history, or the legacy records. */
const federalEpisodes = (child: Child, xml: readonly Period[], legacy: readonly Period[]): Set<Episode> => {
  const found = new Set<Episode>();
  for (const period of xml.toReversed()) {
    const known = knownEpisodes(child, period.to);
    if (!isInPeriod(child, known, period.from, period.to)) continue;
    return new Set(known.map(({ episode }) => episode));
  }
  for (const period of legacy) {
    const known = knownEpisodes(child, period.to);
    const latest = known.at(-1);
    if (latest && isInPeriod(child, known, period.from, period.to)) found.add(latest.episode);
  }
  return found;
};

export class SupplementWriter implements StateWriter {
  readonly #folder: string;
  readonly #world: World;
  readonly #xml: readonly Period[];
  readonly #legacy: readonly Period[];
  readonly #removals: BufferedFile;
  readonly #investigations: InvestigationsFile;

  constructor(folder: string, world: World) {
    this.#folder = folder;
    this.#world = world;
    this.#xml = xmlPeriods(world);
    this.#legacy = legacyPeriods(world);
    this.#removals = new BufferedFile(join(folder, 'removals.csv'));
    this.#removals.write('child_id,removal_date,unit\n');
    this.#investigations = new InvestigationsFile(folder, world.asOf);
  }

  family({ children, investigations }: Family): void {
    for (const child of children) {
      if (child.episodes.length === 0) continue;
      for (const episode of federalEpisodes(child, this.#xml, this.#legacy)) {
        this.#removals.row(`${child.id},${isoOf(episode.removedOn)},${episode.unit}\n`);
      }
    }
    for (const investigation of investigations) this.#investigations.add(investigation);
  }

  close(): WrittenFile[] {
    writePackageFacts(this.#folder, this.#world);
    const names = new BufferedFile(join(this.#folder, 'counties.csv'));
    names.write('code,name\n');
    for (const { code, name } of counties) {
      names.row(`${code},${name}\n`);
      names.row(`${code.slice(2)},${name}\n`);
    }
    return [
      closed(this.#removals),
      this.#investigations.close(),
      writePopulation(this.#folder, this.#world),
      closed(names),
    ];
  }
}
