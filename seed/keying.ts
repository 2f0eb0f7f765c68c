/**
 * From what happened to what is on record: the days until it is keyed, and the low rate of irregular records that
 * every real file has.
 */
import type { County } from './counties.ts';
import type { DayNumber } from './days.ts';
import type { Stream } from './random.ts';
import type { DischargeReason, Episode, Placement, Visit } from './records.ts';

export interface LivedStay {
  readonly county: County;
  readonly unit: string;
  readonly siblingGroup: string;
  readonly removedOn: DayNumber;
  readonly exit: { readonly on: DayNumber; readonly reason: DischargeReason } | null;
  readonly placements: readonly Placement[];
  readonly visits: readonly Visit[];
}

const removalLag = (draw: Stream): number =>
  draw.isTrue(0.015) ? draw.between(30, 110) : Math.floor(draw.exponential(3.5));
const dischargeLag = (draw: Stream): number =>
  draw.isTrue(0.04) ? draw.between(30, 140) : Math.floor(draw.exponential(8));

/** Exits as keyed: now and then on the day of removal, before it, or without a reason. */
const keyedExit = (draw: Stream, stay: LivedStay): Pick<Episode, 'dischargedOn' | 'reason'> => {
  if (stay.exit === null) return { dischargedOn: null, reason: null };
  const slip = draw.next();
  if (slip < 0.0035) return { dischargedOn: stay.removedOn, reason: 'reunification' };
  if (slip < 0.004) return { dischargedOn: stay.removedOn - draw.between(1, 9), reason: stay.exit.reason };
  if (slip < 0.0085) return { dischargedOn: stay.exit.on, reason: null };
  return { dischargedOn: stay.exit.on, reason: stay.exit.reason };
};

/**
 * The stay on record. `notBefore` is the day on which the child's previous exit was keyed: a system lets nobody in
 * who is still in.
 */
export const keyed = (draw: Stream, stay: LivedStay, notBefore: DayNumber): Episode => {
  const removalKeyedOn = Math.max(notBefore, stay.removedOn + removalLag(draw));
  const lag = dischargeLag(draw);
  const { dischargedOn, reason } = keyedExit(draw, stay);
  const isMistyped = dischargedOn !== null && dischargedOn <= stay.removedOn;
  return {
    removedOn: stay.removedOn,
    removalKeyedOn,
    dischargedOn,
    dischargeKeyedOn: stay.exit === null ? null : Math.max(removalKeyedOn, stay.exit.on + lag),
    reason,
    county: draw.isTrue(0.002) ? null : stay.county,
    unit: stay.unit,
    siblingGroup: stay.siblingGroup,
    placements: isMistyped ? stay.placements.slice(0, 1) : stay.placements,
    visits: isMistyped ? [] : stay.visits,
  };
};

/** The birth date on record: nearly always there, very rarely impossible. */
export const keyedBirth = (draw: Stream, bornOn: DayNumber, firstRemovedOn: DayNumber | null) => {
  const slip = draw.next();
  if (slip < 0.0014) return null;
  if (slip < 0.0018 && firstRemovedOn !== null) return firstRemovedOn + draw.between(1, 300);
  return bornOn;
};
