/** P2 and P3: of children in care on the first day for 12–23 months, and for 24 or more, the share in permanency. */
import { type Counted, countedEpisode } from './counted.ts';
import { plusMonths } from './days.ts';
import { type Episode, endsInPermanency, isInCareAtStartOf } from './episode.ts';
import type { History } from './history.ts';

/** Of a child's episodes in care on the first day only the latest is looked at. */
const staysOnFirstDay = ({ episodes, window }: History): Episode[] =>
  [...episodes.values()].flatMap((ofChild) =>
    ofChild
      .filter(
        (episode) =>
          isInCareAtStartOf(episode, window.from) && episode.eighteenOn > window.from && !episode.lacksReason,
      )
      .slice(-1),
  );

const permanencyAmong = (stays: readonly Episode[], { window }: History): Counted[] =>
  stays.map((episode) => {
    const inWindow = episode.dischargedOn !== null && episode.dischargedOn <= window.to;
    return countedEpisode(episode, window.from, Number(inWindow && endsInPermanency(episode)), 1);
  });

export const permanencyAfter12Months = (history: History): Counted[] => {
  const { from } = history.window;
  const stays = staysOnFirstDay(history).filter(
    ({ removedOn }) => plusMonths(removedOn, 12) <= from && from < plusMonths(removedOn, 24),
  );
  return permanencyAmong(stays, history);
};

export const permanencyAfter24Months = (history: History): Counted[] => {
  const { from } = history.window;
  const stays = staysOnFirstDay(history).filter(({ removedOn }) => from >= plusMonths(removedOn, 24));
  return permanencyAmong(stays, history);
};
