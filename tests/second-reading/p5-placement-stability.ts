/** P5: moves per 1,000 days of children who entered care in the window; each episode by itself. */
import type { Placement } from './case-rows.ts';
import { type Counted, countedEpisode } from './counted.ts';
import { isCountedSetting, rowsWithin } from './counted-settings.ts';
import { daysBetween, isWithin } from './days.ts';
import { type Episode, isTooShort } from './episode.ts';
import type { History } from './history.ts';

interface Home {
  readonly setting: string;
  readonly provider: string | null;
}

const isSameHome = (last: Home, next: Home, wasAway: boolean): boolean =>
  last.provider !== null && next.provider !== null
    ? last.provider === next.provider
    : wasAway && last.setting === next.setting;

/** Moves among placements in the order of their starts. */
export const movesAmong = (placements: readonly Placement[]): number => {
  let moves = 0;
  let last: Home | null = null;
  let wasAway = false;
  for (const placement of placements) {
    if (!isCountedSetting(placement)) {
      wasAway = true;
      continue;
    }
    const next: Home = { setting: placement.setting, provider: placement.provider_id };
    if (last === null) last = next;
    else if (isSameHome(last, next, wasAway)) last = { ...next, provider: next.provider ?? last.provider };
    else {
      moves += 1;
      last = next;
    }
    wasAway = false;
  }
  return moves;
};

const movesOf = (episode: Episode, history: History): number | null => {
  const rows = rowsWithin(episode, history);
  if (rows.length > 0) return movesAmong(rows.filter(({ start_date }) => start_date <= history.lastOn));
  const settings = episode.removal.placement_settings;
  return settings === null ? null : Math.max(settings - 1, 0);
};

export const placementStability = (history: History): Counted[] => {
  const { lastOn, window } = history;
  return [...history.episodes.values()].flat().flatMap((episode) => {
    if (!isWithin(episode.removedOn, window) || isTooShort(episode)) return [];
    const moves = movesOf(episode, history);
    if (moves === null) return [];
    const until = episode.endOn !== null && episode.endOn <= lastOn ? episode.endOn : lastOn;
    return [countedEpisode(episode, episode.removedOn, moves, daysBetween(episode.removedOn, until))];
  });
};
