/** AFCARS legacy foster-care files: one line of 197 characters a child and half-year, showing the latest episode only. */
import { join } from 'node:path';
import { stateCode } from '../counties.ts';
import { compactOf, type DayNumber } from '../days.ts';
import { isInPeriod, type KnownEpisode, knownEpisodes } from '../known.ts';
import type { Answer, Child, DischargeReason, Family, Placement, Setting, World } from '../records.ts';
import { BufferedFile } from './buffered-file.ts';
import { legacyPeriods, type Period } from './federal-periods.ts';
import { federalPlacements } from './federal-placements.ts';
import { closed, type StateWriter, type WrittenFile } from './state-writer.ts';

const exitCodes: Readonly<Record<DischargeReason, string>> = {
  reunification: '1',
  living_with_relative: '2',
  adoption: '3',
  emancipation: '4',
  guardianship: '5',
  transfer: '6',
  runaway: '7',
  death: '8',
};

const settingCodes: Readonly<Record<Setting, string>> = {
  preadoptive_home: '1',
  foster_home_relative: '2',
  foster_home_kin: '2',
  foster_home_nonrelative: '3',
  respite: '3',
  group_home: '4',
  shelter: '4',
  residential_treatment: '5',
  institution: '5',
  juvenile_justice: '5',
  medical: '5',
  psychiatric_hospital: '5',
  supervised_independent_living: '6',
  runaway: '7',
  trial_home_visit: '8',
};

const uncounted = new Set<Setting>(['runaway', 'trial_home_visit', 'respite', 'medical']);

/** Settings in this episode: the first, and every later one that is another home. */
const countSettings = (placements: readonly Placement[]): number => {
  let count = 0;
  let last: Placement | undefined;
  for (const placement of placements) {
    if (uncounted.has(placement.setting)) continue;
    const isSame = last !== undefined && last.provider !== null && last.provider === placement.provider;
    if (!isSame) count += 1;
    last = placement;
  }
  return Math.max(1, count);
};

const date = (day: DayNumber | null): string => compactOf(day).padEnd(8);
const hispanicCode = (answer: Answer): string => (answer === null ? '3' : answer ? '1' : '2');

/** Elements 1 to 17. */
const aboutChild = (child: Child, period: Period, county: string): string => {
  const isUnknown = child.races.every((answer) => answer === null);
  const races = child.races.map((answer) => (answer ? '1' : '0')).join('') + (isUnknown ? '1' : '0');
  return (
    `${stateCode}${period.code}${county.padEnd(5)}${child.id.padEnd(12)}${' '.repeat(8)}${date(child.bornOn)}` +
    `${child.sex === 'male' ? '1' : '2'}${races}${hispanicCode(child.hispanic)}20000020`
  );
};

/** Elements 18 to 58, and funding. */
const aboutStay = (known: readonly KnownEpisode[], latest: KnownEpisode, to: DayNumber): string => {
  const { episode, dischargedOn, dischargeKeyedOn, reason } = latest;
  const previous = known[known.indexOf(latest) - 1];
  const placements = federalPlacements(episode).filter(({ startOn }) => startOn <= to);
  const current = placements.at(-1);
  const exit = dischargedOn === null ? '0' : reason === null ? ' ' : exitCodes[reason];
  return (
    `${date(known[0]?.episode.removedOn ?? null)}${String(known.length).padEnd(2)}${date(previous?.dischargedOn ?? null)}` +
    `${date(episode.removedOn)}${date(episode.removalKeyedOn)}${date(current?.startOn ?? null)}` +
    `${String(countSettings(placements)).padEnd(2)}2001000000000000` +
    `${current ? settingCodes[current.setting] : ' '}212${' '.repeat(8 + 16 + 1 + 8)}${'0'.repeat(14)}` +
    `${date(dischargedOn)}${date(dischargeKeyedOn)}${exit}${'0'.repeat(12)}\n`
  );
};

export class AfcarsLegacyWriter implements StateWriter {
  readonly #files: readonly { readonly period: Period; readonly file: BufferedFile }[];

  constructor(folder: string, world: World) {
    this.#files = legacyPeriods(world).map((period) => ({
      period,
      file: new BufferedFile(join(folder, `afcars_fc_${stateCode}_${period.code}.txt`)),
    }));
  }

  family({ children }: Family): void {
    for (const child of children) {
      if (child.episodes.length === 0) continue;
      for (const { period, file } of this.#files) {
        const known = knownEpisodes(child, period.to);
        const latest = known.at(-1);
        if (!latest || !isInPeriod(child, known, period.from, period.to)) continue;
        file.row(
          aboutChild(child, period, latest.episode.county?.code ?? '') + aboutStay(known, latest, period.to),
        );
      }
    }
  }

  close(): WrittenFile[] {
    return this.#files.map(({ file }) => closed(file));
  }
}
