/** One family's years, event by event: reports, children taken into care and going home, and coming back. */
import type { County } from './counties.ts';
import { type DayNumber, yearsAfter } from './days.ts';
import { drawExit, type Exit } from './exits.ts';
import { frailties, nextReport, reentry, reentryFactor } from './hazards.ts';
import type { Member } from './people.ts';
import type { Stream } from './random.ts';
import type { Investigation } from './records.ts';
import { drawReport, type Occasion, type Report } from './reports.ts';

export interface RawStay {
  readonly member: Member;
  readonly removedOn: DayNumber;
  readonly exit: Exit | null;
  /** Counts this family's removals, from 0: children with the same number entered together. */
  readonly removal: number;
  readonly ordinal: number;
}

export interface History {
  readonly stays: RawStay[];
  readonly findings: Report['findings'][number][];
  readonly investigations: Investigation[];
}

export interface Setup {
  readonly county: County;
  readonly members: readonly Member[];
  readonly startsOn: DayNumber;
  readonly startsWith: 'report' | 'removal';
  /** Reports before this day, and stays that ended before it, are lived through but not kept. */
  readonly from: DayNumber;
  readonly until: DayNumber;
  /** A fresh stream for a purpose and an ordinal of this family. */
  readonly stream: (purpose: string, ordinal: number) => Stream;
  readonly reportId: (ordinal: number) => string;
}

interface Happening {
  readonly on: DayNumber;
  readonly kind: 'report' | 'removal' | 'return-to-care';
  readonly members: readonly Member[];
}

/** Days past `until` for which exits are still drawn: the way home begins before the exit. */
const foresight = 120;

const chance = {
  substantiated: 0.285,
  substantiatedAgain: 0.64,
  alternative: 0.24,
  removedWhenFound: 0.193,
  removedInAlternative: 0.012,
  removedWhenUnfounded: 0.03,
  siblingRemovedToo: 0.72,
  siblingLeavesToo: 0.72,
  siblingReturnsToo: 0.82,
  reportAtReturn: 0.45,
};

class Years {
  readonly #setup: Setup;
  readonly #pending: Happening[] = [];
  /** First day at home again by child; infinity while in care without an end, or gone for good. */
  readonly #awayUntil = new Map<number, DayNumber>();
  readonly #staysOf = new Map<number, number>();
  readonly history: History = { stays: [], findings: [], investigations: [] };
  readonly #frailty: number;
  #reports = 0;
  #removals = 0;
  #wasFound = false;

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#frailty = setup.stream('frailty', 0).pick(frailties);
    this.#pending.push({ on: setup.startsOn, kind: setup.startsWith, members: setup.members });
  }

  run(): History {
    for (;;) {
      let earliest = 0;
      for (let at = 1; at < this.#pending.length; at++) {
        if ((this.#pending[at]?.on ?? 0) < (this.#pending[earliest]?.on ?? 0)) earliest = at;
      }
      const [next] = this.#pending.splice(earliest, 1);
      if (!next || next.on > this.#setup.until) return this.history;
      if (next.kind === 'report') this.#report(next.on);
      else if (next.kind === 'removal') this.#remove(next.on, next.members);
      else this.#returnToCare(next.on, next.members);
    }
  }

  #isHome(member: Member, on: DayNumber): boolean {
    return (
      member.bornOn <= on &&
      (this.#awayUntil.get(member.index) ?? member.bornOn) <= on &&
      on < yearsAfter(member.bornOn, 18) - 10
    );
  }

  #report(on: DayNumber): void {
    const ordinal = this.#reports++;
    const draw = this.#setup.stream('report', ordinal);
    const home = this.#setup.members.filter((member) => this.#isHome(member, on));
    const unborn = this.#setup.members.filter(({ bornOn }) => bornOn > on && bornOn <= on + 75);
    const named = home.length > 0 && draw.isTrue(0.5) ? [...home, ...unborn] : home;
    if (named.length > 0) {
      const isFound = this.#wasFound ? chance.substantiatedAgain : chance.substantiated;
      const report = drawReport(draw, this.#occasion(on, ordinal, isFound, chance.alternative), named);
      this.#keep(report, on);
      this.#mayRemove(draw, report, home, on);
    }
    this.#expectReport(draw, on);
  }

  #expectReport(draw: Stream, on: DayNumber): void {
    const wait = draw.recurrence(this.#wasFound ? nextReport.found : nextReport.unfounded);
    this.#pending.push({ on: on + 1 + Math.floor(wait), kind: 'report', members: this.#setup.members });
  }

  #occasion(on: DayNumber, ordinal: number, substantiated: number, alternative: number): Occasion {
    const id = this.#setup.reportId(ordinal);
    return { id, on, county: this.#setup.county, substantiated, alternative, incidentsFrom: null };
  }

  #keep(report: Report, on: DayNumber): void {
    this.#wasFound = report.isSubstantiated;
    for (const { member, finding } of report.findings) {
      if (finding.isDeath) this.#awayUntil.set(member.index, Number.POSITIVE_INFINITY);
    }
    if (on < this.#setup.from) return;
    this.history.findings.push(...report.findings);
    this.history.investigations.push(report.investigation);
  }

  #mayRemove(draw: Stream, report: Report, home: readonly Member[], on: DayNumber): void {
    const isAlternative = report.findings[0]?.finding.disposition.startsWith('alternative') ?? false;
    const likelihood = report.isSubstantiated
      ? chance.removedWhenFound
      : isAlternative
        ? chance.removedInAlternative
        : chance.removedWhenUnfounded;
    if (!draw.isTrue(likelihood)) return;
    const victims = new Set(
      report.findings
        .filter(
          ({ finding: { disposition } }) => disposition === 'substantiated' || disposition === 'indicated',
        )
        .map(({ member }) => member.index),
    );
    const [certain] = home;
    const members = home.filter(
      (member) => victims.has(member.index) || member === certain || draw.isTrue(chance.siblingRemovedToo),
    );
    const wait = draw.next();
    const days = wait < 0.55 ? draw.between(0, 3) : wait < 0.85 ? draw.between(4, 30) : draw.between(31, 160);
    this.#pending.push({ on: on + days, kind: 'removal', members });
  }

  #returnToCare(on: DayNumber, members: readonly Member[]): void {
    const home = members.filter((member) => this.#isHome(member, on));
    if (home.length === 0) return;
    const draw = this.#setup.stream('return-report', this.#removals);
    if (draw.isTrue(chance.reportAtReturn)) {
      const report = drawReport(draw, this.#occasion(on, this.#reports++, 0.6, 0), home);
      this.#keep(report, on);
    }
    this.#remove(on, home);
  }

  #remove(on: DayNumber, members: readonly Member[]): void {
    const entering = members.filter((member) => this.#isHome(member, on));
    if (entering.length === 0) return;
    const removal = this.#removals;
    this.#removals += 1;
    let leader: Exit | null | undefined;
    const homeward = new Map<DayNumber, Member[]>();
    for (const member of entering) {
      const exit = this.#exitOf(member, on, removal, leader);
      if (leader === undefined) leader = exit;
      const ordinal = this.#staysOf.get(member.index) ?? 0;
      this.#staysOf.set(member.index, ordinal + 1);
      this.history.stays.push({ member, removedOn: on, exit, removal, ordinal });
      const isHomeward = exit !== null && reentryFactor[exit.reason] !== undefined;
      this.#awayUntil.set(member.index, isHomeward ? exit.on : Number.POSITIVE_INFINITY);
      if (isHomeward) homeward.set(exit.on, [...(homeward.get(exit.on) ?? []), member]);
    }
    for (const [day, together] of homeward) this.#mayReturn(day, together, leader);
  }

  /** A sibling mostly leaves with the first one, when that one leaves to a permanent family. */
  #exitOf(member: Member, on: DayNumber, removal: number, leader: Exit | null | undefined): Exit | null {
    const { county, stream, until } = this.#setup;
    const draw = stream(`exit${removal}`, member.index);
    const birthday18 = yearsAfter(member.bornOn, 18);
    const isTogether = leader !== undefined && draw.isTrue(chance.siblingLeavesToo);
    const horizon = until + foresight;
    if (isTogether && leader === null && birthday18 > horizon) return null;
    const isFamilyExit =
      leader?.reason === 'adoption' || (leader && reentryFactor[leader.reason] !== undefined);
    if (isTogether && leader && isFamilyExit && leader.on < birthday18) return leader;
    return drawExit(draw, {
      county,
      removedOn: on,
      bornOn: member.bornOn,
      frailty: this.#frailty,
      until: horizon,
    });
  }

  #mayReturn(on: DayNumber, together: readonly Member[], leader: Exit | null | undefined): void {
    const [first] = together;
    if (!first) return;
    const draw = this.#setup.stream(`return${this.#removals}`, first.index);
    const factor = reentryFactor[leader?.reason ?? 'reunification'] ?? 1;
    const wait = draw.recurrence({ ...reentry, ever: reentry.ever * factor });
    const members = together.filter((member) => member === first || draw.isTrue(chance.siblingReturnsToo));
    this.#pending.push({ on: on + Math.floor(wait), kind: 'return-to-care', members });
  }
}

/** Lives through the family's years from `startsOn` to `until`. */
export const liveThrough = (setup: Setup): History => new Years(setup).run();
