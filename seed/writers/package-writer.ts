/** The case-data package: one CSV file a table, as the agency's own system would extract it on the as-of day. */
import { join } from 'node:path';
import { isoOf } from '../days.ts';
import { isDisposed, type KnownEpisode, knownEpisodes } from '../known.ts';
import type { Answer, Child, Family, Finding, World } from '../records.ts';
import { BufferedFile } from './buffered-file.ts';
import { InvestigationsFile } from './investigations-file.ts';
import { writePackageFacts } from './package-facts-file.ts';
import { writePopulation } from './population-file.ts';
import { closed, type StateWriter, type WrittenFile } from './state-writer.ts';

const flag = (answer: Answer): string => (answer === null ? '' : answer ? '1' : '0');

const headers = {
  children:
    'child_id,birth_date,sex,american_indian_alaska_native,asian,black,native_hawaiian_pacific_islander,white,hispanic,tribal_nation',
  removals:
    'child_id,removal_date,discharge_date,discharge_reason,county,unit,sibling_group_id,removal_recorded_at,discharge_recorded_at',
  placements: 'child_id,removal_date,start_date,setting,provider_id',
  reports:
    'report_id,child_id,report_date,disposition,incident_date,disposition_date,afcars_id,age_years,maltreatment_death,unborn,county',
  visits: 'child_id,visit_date,location',
} as const;

type Table = keyof typeof headers;

export class PackageWriter implements StateWriter {
  readonly #world: World;
  readonly #folder: string;
  readonly #files: Readonly<Record<Table, BufferedFile>>;
  readonly #investigations: InvestigationsFile;

  constructor(folder: string, world: World) {
    this.#world = world;
    this.#folder = folder;
    const open = (table: Table): BufferedFile => {
      const file = new BufferedFile(join(folder, `${table}.csv`));
      file.write(`${headers[table]}\n`);
      return file;
    };
    this.#files = {
      children: open('children'),
      removals: open('removals'),
      placements: open('placements'),
      reports: open('reports'),
      visits: open('visits'),
    };
    this.#investigations = new InvestigationsFile(folder, world.asOf);
  }

  family({ children, investigations }: Family): void {
    for (const child of children) {
      const known = knownEpisodes(child, this.#world.asOf);
      if (known.length === 0 && child.findings.length === 0) continue;
      this.#child(child);
      for (const episode of known) this.#episode(child.id, episode);
      for (const finding of child.findings) this.#finding(child.id, finding, known.length > 0);
    }
    for (const investigation of investigations) this.#investigations.add(investigation);
  }

  #child(child: Child): void {
    const races = child.races.map(flag).join(',');
    this.#files.children.row(
      `${child.id},${isoOf(child.bornOn)},${child.sex},${races},${flag(child.hispanic)},${child.nation ?? ''}\n`,
    );
  }

  #episode(id: string, known: KnownEpisode): void {
    const { episode } = known;
    const key = `${id},${isoOf(episode.removedOn)},`;
    const place = `${episode.county?.name ?? ''},${episode.unit},${episode.siblingGroup}`;
    const keyed = `${isoOf(episode.removalKeyedOn)},${isoOf(known.dischargeKeyedOn)}`;
    this.#files.removals.row(`${key}${isoOf(known.dischargedOn)},${known.reason ?? ''},${place},${keyed}\n`);
    for (const { startOn, setting, provider } of episode.placements) {
      this.#files.placements.row(`${key}${isoOf(startOn)},${setting},${provider ?? ''}\n`);
    }
    for (const { on, location } of episode.visits) {
      this.#files.visits.row(`${id},${isoOf(on)},${location ?? ''}\n`);
    }
  }

  #finding(id: string, finding: Finding, wasInCare: boolean): void {
    const isKnown = isDisposed(finding, this.#world.asOf);
    const disposition = isKnown ? finding.disposition : 'pending';
    const disposedOn = isKnown ? isoOf(finding.disposedOn) : '';
    const marks = `${isKnown && finding.isDeath ? '1' : '0'},${finding.isUnborn ? '1' : '0'}`;
    this.#files.reports.row(
      `${finding.report},${id},${isoOf(finding.reportedOn)},${disposition},${isoOf(finding.incidentOn)},${disposedOn},` +
        `${wasInCare ? id : ''},${finding.ageYears ?? ''},${marks},${finding.county.name}\n`,
    );
  }

  close(): WrittenFile[] {
    writePackageFacts(this.#folder, this.#world);
    return [
      ...Object.values(this.#files).map(closed),
      this.#investigations.close(),
      writePopulation(this.#folder, this.#world),
    ];
  }
}
