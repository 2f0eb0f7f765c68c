/** One stay in care that passed the record checks and began before the child was 18. */
import type { Day } from '../../app/platform/clock.ts';
import type { Child, Removal } from './case-rows.ts';
import { daysBetween, earlier, plusYears } from './days.ts';

export interface Episode {
  readonly childId: string;
  readonly child: Child;
  readonly removal: Removal;
  readonly bornOn: Day;
  readonly eighteenOn: Day;
  readonly removedOn: Day;
  readonly dischargedOn: Day | null;
  readonly reason: string | null;
  readonly turned18: boolean;
  /** The earlier of discharge and 18th birthday; null while neither has come. */
  readonly endOn: Day | null;
  /** Discharged, and why is unknown: no entry or stay in P1–P3, no exit in P4. */
  readonly lacksReason: boolean;
}

export const episodeOf = (removal: Removal, child: Child, bornOn: Day, asOf: Day): Episode => {
  const eighteenOn = plusYears(bornOn, 18);
  const { discharge_date: dischargedOn, discharge_reason: reason } = removal;
  const grownOn = eighteenOn <= asOf ? eighteenOn : null;
  return {
    ...{ childId: removal.child_id, child, removal, bornOn, eighteenOn },
    ...{ removedOn: removal.removal_date, dischargedOn, reason },
    turned18: dischargedOn === null ? grownOn !== null : eighteenOn <= dischargedOn,
    endOn: dischargedOn === null ? grownOn : earlier(dischargedOn, eighteenOn),
    lacksReason: dischargedOn !== null && reason === null,
  };
};

const permanent = ['reunification', 'living_with_relative', 'adoption', 'guardianship'];

export const endsInPermanency = ({ dischargedOn, reason, turned18 }: Episode): boolean =>
  dischargedOn !== null && !turned18 && permanent.includes(reason ?? '');

/** "A complete episode (end known) shorter than 8 days." */
export const isTooShort = ({ removedOn, endOn }: Episode): boolean =>
  endOn !== null && daysBetween(removedOn, endOn) < 8;

/** Removed before the day, and not gone before it. */
export const isInCareAtStartOf = ({ removedOn, endOn }: Episode, on: Day): boolean =>
  removedOn < on && (endOn === null || endOn >= on);

export const byRemoval = (one: Episode, other: Episode): number =>
  one.removedOn < other.removedOn ? -1 : Number(one.removedOn > other.removedOn);
