/** H1: children entering care per 1,000 children, of the year whose July 1 lies in the window. */
import { type Counted, countedEpisode } from './counted.ts';
import { isWithin } from './days.ts';
import { firstEntries } from './first-entries.ts';
import type { History } from './history.ts';

export const enteringChildren = (history: History): Counted[] =>
  firstEntries(history).map((episode) => countedEpisode(episode, episode.removedOn, 1, 0));

/** All rows of the year, summed; null when there is no such year. */
export const childrenLiving = ({ rows, window }: History): number | null => {
  const ofYear = (rows.population ?? []).filter(({ year }) => isWithin(`${year}-07-01`, window));
  return ofYear.length === 0 ? null : ofYear.reduce((sum, { children }) => sum + children, 0);
};
