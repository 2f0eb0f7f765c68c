/** When and how a stay in care ends: competing hazards by month in care, cause and age, times the county's story. */
import type { County } from './counties.ts';
import { type DayNumber, yearsAfter } from './days.ts';
import { ageFactors, baseHazards, daysPerMonth, otherHazards, permanencyCauses } from './hazards.ts';
import type { Stream } from './random.ts';
import type { DischargeReason } from './records.ts';
import { highestPermanencyFactor, permanencyFactor } from './story.ts';

export interface Exit {
  readonly on: DayNumber;
  readonly reason: DischargeReason;
}

export interface Stay {
  readonly county: County;
  readonly removedOn: DayNumber;
  readonly bornOn: DayNumber;
  /** This family's factor on permanency hazards. */
  readonly frailty: number;
  /** Nothing after this day matters. */
  readonly until: DayNumber;
}

const otherCauses = ['transfer', 'runaway', 'emancipation', 'death'] as const;

const agedOut = (draw: Stream, birthday18: DayNumber): Exit => ({
  on: draw.isTrue(0.62) ? birthday18 : birthday18 + draw.between(20, 1000),
  reason: 'emancipation',
});

/** End, in months, of the step in which the hazards are taken as constant. */
const stepEnd = (month: number): number => {
  if (month < 0.25) return 0.25;
  return month < 24 ? Math.floor(month) + 1 : Math.floor(month / 3) * 3 + 3;
};

/** Hazards a month: the four permanency causes, then the four others. */
const hazardsAt = (stay: Stay, month: number, bound: number): number[] => {
  const ageYears = (stay.removedOn + month * daysPerMonth - stay.bornOn) / 365.25;
  const factors = ageFactors(ageYears);
  const permanency = baseHazards(month).map((rate, at) => rate * (factors[at] ?? 1) * stay.frailty * bound);
  return [...permanency, ...otherHazards(ageYears)];
};

/** The cause drawn, or null where thinning says that on this day nothing happened. */
const causeOf = (draw: Stream, stay: Stay, on: DayNumber, rates: number[], bound: number) => {
  const at = draw.index(rates);
  if (at >= 4) return otherCauses[at - 4] ?? 'transfer';
  return draw.next() * bound < permanencyFactor(stay.county, on) ? (permanencyCauses[at] ?? null) : null;
};

/** The stay's end, or null when it lies after `until`. A stay lasts at least one day. */
export const drawExit = (draw: Stream, stay: Stay): Exit | null => {
  const bound = highestPermanencyFactor(stay.county);
  const birthday18 = yearsAfter(stay.bornOn, 18);
  const lastMonth = Math.min(birthday18, stay.until + 1) - stay.removedOn;
  let month = 0;
  while (month * daysPerMonth < lastMonth) {
    const rates = hazardsAt(stay, month + 1e-9, bound);
    let total = 0;
    for (const rate of rates) total += rate;
    const next = month + draw.exponential(1) / total;
    const end = stepEnd(month + 1e-9);
    month = Math.min(next, end);
    if (next >= end) continue;
    const on = stay.removedOn + Math.max(1, Math.floor(month * daysPerMonth));
    if (on >= birthday18 || on > stay.until) break;
    const reason = causeOf(draw, stay, on, rates, bound);
    if (reason !== null) return { on, reason };
  }
  return birthday18 <= stay.until ? agedOut(draw, birthday18) : null;
};
