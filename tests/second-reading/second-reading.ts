/** All fourteen measures of a window, read from the specification's sentences one by one, slowly and plainly. */
import type { Day } from '../../app/platform/clock.ts';
import type { Breakdown, Dropped, MeasureId, Window } from '../../app/rooms/measures/public.ts';
import { type Fraction, groupsOf, sumOf } from './breakdowns.ts';
import { monthlyVisits, visitsInResidence } from './c1-monthly-visits.ts';
import { completedOnTime, firstContactsOnTime } from './c2-timely-investigations.ts';
import type { CaseRows } from './case-rows.ts';
import type { Counted } from './counted.ts';
import { isFinal } from './finality.ts';
import { entryRate, entryRateBy } from './h1-entry-rate.ts';
import { notBroughtIntoCare } from './h2-not-brought-into-care.ts';
import { kinFirst } from './h3-kin-first.ts';
import { removedWithin60Days } from './h4-removed-within-60-days.ts';
import { reportedAgain } from './h5-reported-again.ts';
import { type History, historyFor } from './history.ts';
import { knownAsOf } from './known-as-of.ts';
import { permanencyIn12Months } from './p1-permanency-in-12-months.ts';
import { permanencyAfter12Months, permanencyAfter24Months } from './p2-p3-permanency-in-care.ts';
import { reentryIn12Months } from './p4-reentry.ts';
import { placementStability } from './p5-placement-stability.ts';
import { failureOf, noneDropped } from './record-checks.ts';
import { maltreatmentInCare } from './s1-maltreatment-in-care.ts';
import { recurrenceOfMaltreatment } from './s2-recurrence-of-maltreatment.ts';

export interface Reading {
  /** Null where a file is absent. */
  readonly total: Fraction | null;
  readonly second: Fraction | null;
  readonly final: boolean;
  readonly by: Readonly<Partial<Record<Breakdown, Readonly<Record<string, Fraction>>>>>;
}

const breakdowns = ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'] as const;

type File = Exclude<keyof CaseRows, 'children' | 'removals'>;

/** Measures that are sums of what they count, and the file without which each has no value. */
const sums: Readonly<Partial<Record<MeasureId, [(history: History) => Counted[], File | null]>>> = {
  S1: [maltreatmentInCare, 'reports'],
  S2: [recurrenceOfMaltreatment, 'reports'],
  P1: [permanencyIn12Months, null],
  P2: [permanencyAfter12Months, null],
  P3: [permanencyAfter24Months, null],
  P4: [reentryIn12Months, null],
  P5: [placementStability, 'placements'],
  C1: [monthlyVisits, 'visits'],
  H2: [notBroughtIntoCare, 'reports'],
  H3: [kinFirst, 'placements'],
  H4: [removedWithin60Days, 'reports'],
  H5: [reportedAgain, 'reports'],
};

const readEntryRate = (history: History, none: Reading): Reading => {
  if (history.rows.population === null) return none;
  const carried = ['county', 'age', 'race_ethnicity'] as const;
  const by = Object.fromEntries(carried.map((breakdown) => [breakdown, entryRateBy(history, breakdown)]));
  return { ...none, total: entryRate(history), by };
};

const readingOf = (measure: MeasureId, history: History): Reading => {
  const { rows } = history;
  const final = isFinal(measure, history);
  const none = { total: null, second: null, final, by: {} };
  if (measure === 'H1') return readEntryRate(history, none);
  if (measure === 'C2') {
    if (rows.investigations === null) return none;
    return { ...none, total: firstContactsOnTime(history), second: completedOnTime(history) };
  }
  const [count, file] = sums[measure] ?? [() => [], null];
  if (file !== null && rows[file] === null) return none;
  const counted = count(history);
  const by = Object.fromEntries(breakdowns.map((breakdown) => [breakdown, groupsOf(counted, breakdown)]));
  const second = measure === 'C1' ? visitsInResidence(history) : null;
  return { ...none, total: sumOf(counted), second, by };
};

/** Figures of one window, as known on the as-of day. */
export const secondReading = (
  rows: CaseRows,
  window: Window,
  asOf: Day,
  measures: readonly MeasureId[],
): Partial<Record<MeasureId, Reading>> => {
  const known = knownAsOf(rows, asOf);
  const histories = { 0: historyFor(known, window, asOf, 0), 12: historyFor(known, window, asOf, 12) };
  const followed: readonly MeasureId[] = ['P1', 'P4', 'H2'];
  return Object.fromEntries(
    measures.map((measure) => [measure, readingOf(measure, histories[followed.includes(measure) ? 12 : 0])]),
  );
};

/** Episodes that fail a record check, each under the first it fails. */
export const droppedIn = (rows: CaseRows, asOf: Day): Dropped => {
  const bornOn = new Map(rows.children.map(({ child_id, birth_date }) => [child_id, birth_date]));
  const dropped = noneDropped();
  for (const removal of knownAsOf(rows, asOf).removals) {
    const failure = failureOf(removal, bornOn.get(removal.child_id) ?? null);
    if (failure !== null) dropped[failure] += 1;
  }
  return dropped;
};
