/** AFCARS 2020 out-of-home care files: one XML file a half-year, each child with the history known at its end. */
import { join } from 'node:path';
import { stateCode } from '../counties.ts';
import { compactOf, type DayNumber } from '../days.ts';
import { isInPeriod, type KnownEpisode, knownEpisodes } from '../known.ts';
import type { Answer, Child, Episode, Family, World } from '../records.ts';
import { exitCode, livingArrangement, visitElement } from './afcars-2020-elements.ts';
import { BufferedFile } from './buffered-file.ts';
import { type Period, xmlBeginsOn, xmlPeriods } from './federal-periods.ts';
import { federalPlacements } from './federal-placements.ts';
import { closed, type StateWriter, type WrittenFile } from './state-writer.ts';

/** Elements in order of date, written once; a file takes those up to its period's end: a beginning of the text. */
class Prefixes {
  #text = '';
  readonly #days: DayNumber[] = [];
  readonly #ends: number[] = [];

  add(on: DayNumber, element: string): void {
    this.#text += element;
    this.#days.push(on);
    this.#ends.push(this.#text.length);
  }

  upTo(day: DayNumber): string {
    let count = this.#days.length;
    while (count > 0 && (this.#days[count - 1] ?? 0) > day) count -= 1;
    return count === this.#days.length ? this.#text : this.#text.slice(0, this.#ends[count - 1] ?? 0);
  }
}

interface EpisodeXml {
  readonly arrangements: Prefixes;
  readonly visits: Prefixes;
}

const episodeXml = (episode: Episode): EpisodeXml => {
  const arrangements = new Prefixes();
  const visits = new Prefixes();
  for (const placement of federalPlacements(episode)) {
    arrangements.add(placement.startOn, livingArrangement(placement));
  }
  for (const visit of episode.visits) if (visit.on >= xmlBeginsOn) visits.add(visit.on, visitElement(visit));
  return { arrangements, visits };
};

const flag = (answer: Answer): string => (answer === null ? '' : answer ? '1' : '0');

const childXml = (child: Child): string => {
  const [aian, asian, black, nhpi, white] = child.races.map(flag);
  const isUnknown = child.races.every((answer) => answer === null);
  const hispanic = child.hispanic === null ? '9' : flag(child.hispanic);
  return (
    `<E4_child_record_number>${child.id}</E4_child_record_number>` +
    `<E5_date_of_birth>${compactOf(child.bornOn)}</E5_date_of_birth><E6_sex>${child.sex === 'male' ? 1 : 2}</E6_sex>` +
    `<E13_child_race_american_indian_alaska_native>${aian}</E13_child_race_american_indian_alaska_native>` +
    `<E14_child_race_asian>${asian}</E14_child_race_asian><E15_child_race_black>${black}</E15_child_race_black>` +
    `<E16_child_race_native_hawaiian_pacific_islander>${nhpi}</E16_child_race_native_hawaiian_pacific_islander>` +
    `<E17_child_race_white>${white}</E17_child_race_white><E18_child_race_unknown>${isUnknown ? 1 : 0}</E18_child_race_unknown>` +
    '<E19_child_race_abandoned>0</E19_child_race_abandoned><E20_child_race_declined>0</E20_child_race_declined>' +
    `<E21_child_hispanic_latino>${hispanic}</E21_child_hispanic_latino>`
  );
};

const closedBefore2020 = ({ episode, dischargedOn, reason }: KnownEpisode): string =>
  `<removal_1993><E69_removal_date>${compactOf(episode.removedOn)}</E69_removal_date>` +
  `<E153_exit_date>${compactOf(dischargedOn)}</E153_exit_date>` +
  `<E155_exit_reason>${exitCode(dischargedOn, reason)}</E155_exit_reason></removal_1993>`;

const removalXml = (known: KnownEpisode, xml: EpisodeXml, to: DayNumber): string => {
  const { episode, dischargedOn, reason } = known;
  return (
    `<removal_2020><E69_removal_date>${compactOf(episode.removedOn)}</E69_removal_date>` +
    `<E70_removal_transaction_date>${compactOf(episode.removalKeyedOn)}</E70_removal_transaction_date>` +
    '<E71_removal_environment>1</E71_removal_environment>' +
    `<E3_local_agency>${episode.county?.code ?? ''}</E3_local_agency><E77_neglect>1</E77_neglect>` +
    `<E112_E146_living_arrangements>${xml.arrangements.upTo(to)}</E112_E146_living_arrangements>` +
    '<E147_E148_permanency_plans></E147_E148_permanency_plans>' +
    `<E151_E152_case_worker_visits>${xml.visits.upTo(to)}</E151_E152_case_worker_visits>` +
    `<E153_exit_date>${compactOf(dischargedOn)}</E153_exit_date>` +
    `<E154_exit_transaction_date>${compactOf(known.dischargeKeyedOn)}</E154_exit_transaction_date>` +
    `<E155_exit_reason>${exitCode(dischargedOn, reason)}</E155_exit_reason></removal_2020>`
  );
};

const opening = ({ code }: Period): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<acf:data xmlns:acf="http://www.acf.hhs.gov">\n' +
  `<E1_title_iv_agency>${stateCode}</E1_title_iv_agency>\n<E2_report_date>${code}</E2_report_date>\n<records>\n`;

export class Afcars2020Writer implements StateWriter {
  readonly #files: readonly { readonly period: Period; readonly file: BufferedFile }[];

  constructor(folder: string, world: World) {
    this.#files = xmlPeriods(world).map((period) => {
      const file = new BufferedFile(join(folder, `afcars_ooh_${stateCode}_${period.code}.xml`));
      file.write(opening(period));
      return { period, file };
    });
  }

  family({ children }: Family): void {
    for (const child of children) if (child.episodes.length > 0) this.#child(child);
  }

  #child(child: Child): void {
    let about: string | undefined;
    const details = new Map<Episode, EpisodeXml>();
    for (const { period, file } of this.#files) {
      const known = knownEpisodes(child, period.to);
      if (!isInPeriod(child, known, period.from, period.to)) continue;
      about ??= childXml(child);
      let removals = '';
      for (const one of known) {
        if (one.dischargedOn !== null && one.dischargedOn < xmlBeginsOn) {
          removals += closedBefore2020(one);
          continue;
        }
        const xml = details.get(one.episode) ?? episodeXml(one.episode);
        details.set(one.episode, xml);
        removals += removalXml(one, xml, period.to);
      }
      file.row(`<record>${about}<E69_E186_removals>${removals}</E69_E186_removals></record>\n`);
    }
  }

  close(): WrittenFile[] {
    return this.#files.map(({ file }) => {
      file.write('</records>\n</acf:data>\n');
      return closed(file);
    });
  }
}
