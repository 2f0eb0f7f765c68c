/** "An episode is dropped from every indicator when …", under the first reason that holds. */
import type { Day } from '../../app/platform/clock.ts';
import type { Dropped } from '../../app/rooms/measures/public.ts';
import type { Removal } from './case-rows.ts';

export type Failure = keyof Dropped;

export const failureOf = (removal: Removal, bornOn: Day | null): Failure | null => {
  const { removal_date: removedOn, discharge_date: dischargedOn } = removal;
  if (bornOn === null) return 'birth_date_missing';
  if (bornOn > removedOn) return 'birth_after_removal';
  if (dischargedOn === null) return null;
  if (bornOn > dischargedOn) return 'birth_after_discharge';
  if (dischargedOn < removedOn) return 'discharge_before_removal';
  if (dischargedOn === removedOn) return 'discharge_same_day';
  return removal.discharge_reason === null ? 'discharge_reason_missing' : null;
};

export const noneDropped = (): Record<Failure, number> => ({
  birth_date_missing: 0,
  birth_after_removal: 0,
  birth_after_discharge: 0,
  discharge_before_removal: 0,
  discharge_same_day: 0,
  discharge_reason_missing: 0,
});
