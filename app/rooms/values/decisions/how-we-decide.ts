/** How an agency decides, in counts: by level, value and month, and what its decisions rest on. Nobody is named or ranked. */
import type { Day } from '../../../platform/clock.ts';
import { type Level, levels } from './level.ts';

export interface CountedDecision {
  readonly level: Level;
  readonly serves: readonly string[];
  readonly decidedOn: Day;
  readonly hasData: boolean;
  readonly hasVoices: boolean;
  readonly hasExpectation: boolean;
  /** The day it waits for, and the days it was looked at. */
  readonly dueOn: Day | null;
  readonly revisits: readonly { readonly dueOn: Day; readonly lookedOn: Day }[];
}

export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface HowWeDecide {
  readonly decisions: number;
  readonly byLevel: readonly { readonly level: Level; readonly count: number }[];
  /** A decision that serves two values counts for both. */
  readonly byValue: readonly { readonly value: string; readonly count: number }[];
  readonly servingNone: number;
  /** Every month from the first decision to the last, also those without one. */
  readonly byMonth: readonly { readonly month: string; readonly count: number }[];
  readonly data: Share;
  readonly voices: Share;
  readonly expectation: Share;
  readonly frontline: Share;
  /** Of the days set that have come, those on which somebody looked by two weeks after. */
  readonly onTime: Share;
}

/** A revisit is on time up to this many days after its day: long enough for a meeting to come round. */
export const daysOfGrace = 14;

const daysLate = (dueOn: Day, lookedOn: Day): number =>
  (Date.parse(lookedOn) - Date.parse(dueOn)) / 86_400_000;

const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let at = new Date(`${first}-01`); at.toISOString().slice(0, 7) <= last; ) {
    months.push(at.toISOString().slice(0, 7));
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
  }
  return months;
};

const byMonth = (decided: readonly CountedDecision[]): HowWeDecide['byMonth'] => {
  const months = decided.map(({ decidedOn }) => decidedOn.slice(0, 7)).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counts = Map.groupBy(months, (month) => month);
  return monthsBetween(first, last).map((month) => ({ month, count: counts.get(month)?.length ?? 0 }));
};

const onTime = (decided: readonly CountedDecision[], today: Day): Share => {
  const kept = decided.flatMap(({ revisits }) => revisits);
  const overdue = decided.filter(({ dueOn }) => dueOn !== null && daysLate(dueOn, today) > daysOfGrace);
  const count = kept.filter(({ dueOn, lookedOn }) => daysLate(dueOn, lookedOn) <= daysOfGrace).length;
  return { count, of: kept.length + overdue.length };
};

/** Decisions that were made, in any order; drafts and versions that were replaced are not among them. */
export const howWeDecide = (decided: readonly CountedDecision[], today: Day): HowWeDecide => {
  const share = (holds: (decision: CountedDecision) => boolean): Share => ({
    count: decided.filter(holds).length,
    of: decided.length,
  });
  const values = Map.groupBy(
    decided.flatMap(({ serves }) => serves),
    (value) => value,
  );
  return {
    decisions: decided.length,
    byLevel: levels.map((level) => ({ level, count: share((decision) => decision.level === level).count })),
    byValue: [...values].map(([value, all]) => ({ value, count: all.length })),
    servingNone: share(({ serves }) => serves.length === 0).count,
    byMonth: byMonth(decided),
    data: share(({ hasData }) => hasData),
    voices: share(({ hasVoices }) => hasVoices),
    expectation: share(({ hasExpectation }) => hasExpectation),
    frontline: share(({ level }) => level === 'frontline'),
    onTime: onTime(decided, today),
  };
};
