/** What a window looks at: the episodes that count in it, and the rows beside them, as known on the as-of day. */
import type { Day } from '../../app/platform/clock.ts';
import type { Window } from '../../app/rooms/measures/public.ts';
import type { CaseRows, Child, Placement, Report } from './case-rows.ts';
import { earlier, plusMonths } from './days.ts';
import { byRemoval, type Episode, episodeOf } from './episode.ts';
import { failureOf } from './record-checks.ts';

export interface History {
  readonly window: Window;
  readonly asOf: Day;
  /** The window's last day, or as-of while the window is open. */
  readonly lastOn: Day;
  readonly rows: CaseRows;
  readonly children: ReadonlyMap<string, Child>;
  /** By child, the earliest removal first. */
  readonly episodes: ReadonlyMap<string, readonly Episode[]>;
  /** Of one episode, by start; all of them, also those that lie outside it. */
  readonly placementsOf: (episode: Episode) => readonly Placement[];
  /** By `child_id` of the report, the earliest first, ties by report_id. */
  readonly reports: ReadonlyMap<string, readonly Report[]>;
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * A dropped record is left out of every window whose data reach past its last period, not of the one that ends
 * with it. Read: a window's data reach to the end of its 12 months of follow-up, where it has one; the days that
 * only settle a figure (7 for short stays, 60 of H4) are not followed by a file of their own.
 */
const isDroppedRecord = (droppedAfter: Day | null, dataReach: Day): boolean =>
  droppedAfter !== null && droppedAfter < dataReach;

/** `followUpMonths`: how far past the window the asking measure's data reach. */
export const historyFor = (rows: CaseRows, window: Window, asOf: Day, followUpMonths: number): History => {
  const children = new Map(rows.children.map((child) => [child.child_id, child]));
  const lastOn = earlier(window.to, asOf);
  const dataReach = earlier(plusMonths(window.to, followUpMonths), asOf);
  const episodes: Episode[] = [];
  for (const removal of rows.removals) {
    const child = children.get(removal.child_id);
    const bornOn = child?.birth_date ?? null;
    const failure = failureOf(removal, bornOn);
    if (!child || bornOn === null) continue;
    if (failure !== null && failure !== 'discharge_reason_missing') continue;
    if (removal.discharge_date === null && isDroppedRecord(removal.dropped_after, dataReach)) continue;
    const episode = episodeOf(removal, child, bornOn, asOf);
    if (episode.removedOn < episode.eighteenOn) episodes.push(episode);
  }
  const key = (childId: string, removedOn: Day) => `${removedOn} ${childId}`;
  const placements = Map.groupBy(rows.placements ?? [], (row) => key(row.child_id, row.removal_date));
  return {
    ...{ window, asOf, lastOn, rows, children },
    episodes: Map.groupBy(episodes.sort(byRemoval), ({ childId }) => childId),
    placementsOf: ({ childId, removedOn }) =>
      (placements.get(key(childId, removedOn)) ?? []).sort((a, b) => order(a.start_date, b.start_date)),
    reports: Map.groupBy(
      [...(rows.reports ?? [])].sort(
        (a, b) => order(a.report_date, b.report_date) || order(a.report_id, b.report_id),
      ),
      ({ child_id }) => child_id,
    ),
  };
};
