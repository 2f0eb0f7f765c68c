/** P1's denominator, which H1 and H3 share: each child's first entry of the window. */
import { isWithin } from './days.ts';
import { type Episode, isTooShort } from './episode.ts';
import type { History } from './history.ts';

/** Exclusions come before "first". */
export const firstEntries = ({ episodes, window }: History): Episode[] =>
  [...episodes.values()].flatMap((ofChild) =>
    ofChild
      .filter(
        (episode) => isWithin(episode.removedOn, window) && !episode.lacksReason && !isTooShort(episode),
      )
      .slice(0, 1),
  );
