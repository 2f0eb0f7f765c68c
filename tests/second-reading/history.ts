/** What a window looks at: the episodes that count in it, and the rows beside them, as known on the as-of day. */
import type { Day } from '../../app/platform/clock.ts';
import type { Window } from '../../app/rooms/measures/public.ts';
import type { CaseRows, Child, Placement, Report } from './case-rows.ts';
import { earlier } from './days.ts';
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

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** A dropped record is left out of every window whose data reach past its last period. */
const isDroppedRecord = (droppedAfter: Day | null, dataReach: Day): boolean =>
  droppedAfter !== null && droppedAfter < dataReach;

export const historyFor = (rows: CaseRows, window: Window, asOf: Day): History => {
  const children = new Map(rows.children.map((child) => [child.child_id, child]));
  const lastOn = earlier(window.to, asOf);
  const episodes: Episode[] = [];
  for (const removal of rows.removals) {
    const child = children.get(removal.child_id);
    const bornOn = child?.birth_date ?? null;
    const failure = failureOf(removal, bornOn);
    if (!child || bornOn === null) continue;
    if (failure !== null && failure !== 'discharge_reason_missing') continue;
    if (removal.discharge_date === null && isDroppedRecord(removal.dropped_after, lastOn)) continue;
    const episode = episodeOf(removal, child, bornOn, asOf);
    if (episode.removedOn < episode.eighteenOn) episodes.push(episode);
  }
  const key = (childId: string, removedOn: Day) => `${removedOn} ${childId}`;
  const placements = grouped(rows.placements ?? [], (row) => key(row.child_id, row.removal_date));
  return {
    ...{ window, asOf, lastOn, rows, children },
    episodes: grouped(episodes.sort(byRemoval), ({ childId }) => childId),
    placementsOf: ({ childId, removedOn }) =>
      (placements.get(key(childId, removedOn)) ?? []).sort((a, b) => order(a.start_date, b.start_date)),
    reports: grouped(
      [...(rows.reports ?? [])].sort(
        (a, b) => order(a.report_date, b.report_date) || order(a.report_id, b.report_id),
      ),
      ({ child_id }) => child_id,
    ),
  };
};
