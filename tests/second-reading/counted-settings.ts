/** What is a placement row of an episode, and which of its settings count as living arrangements. */
import type { Placement } from './case-rows.ts';
import type { Episode } from './episode.ts';
import type { History } from './history.ts';

const uncounted = ['runaway', 'trial_home_visit', 'respite', 'medical'];

export const isCountedSetting = ({ setting }: Placement): boolean => !uncounted.includes(setting);

/** Rows that begin in the episode: not before the removal, and before its end. */
export const rowsWithin = (episode: Episode, { placementsOf }: History): Placement[] =>
  placementsOf(episode).filter(
    ({ start_date }) =>
      episode.removedOn <= start_date && (episode.endOn === null || start_date < episode.endOn),
  );
