/** H3: of first entries with a counted placement, the share that began with relatives or kin. */
import { type Counted, countedEpisode } from './counted.ts';
import { isCountedSetting, rowsWithin } from './counted-settings.ts';
import { firstEntries } from './first-entries.ts';
import type { History } from './history.ts';

export const kinFirst = (history: History): Counted[] =>
  firstEntries(history).flatMap((episode) => {
    const first = rowsWithin(episode, history).find(isCountedSetting);
    if (!first) return [];
    const isKin = ['foster_home_relative', 'foster_home_kin'].includes(first.setting);
    return [countedEpisode(episode, episode.removedOn, Number(isKin), 1)];
  });
