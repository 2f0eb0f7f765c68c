/** P4: of children who left care in the window to a family, the share back in care before the anniversary. */
import type { Day } from '../../app/platform/clock.ts';
import { type Counted, countedEpisode } from './counted.ts';
import { isWithin, plusYears } from './days.ts';
import type { Episode } from './episode.ts';
import type { History } from './history.ts';

const homeReasons = ['reunification', 'living_with_relative', 'guardianship'];

interface Exit {
  readonly episode: Episode;
  readonly on: Day;
}

const exitsOf = (ofChild: readonly Episode[], { window }: History): Exit[] =>
  ofChild.flatMap((episode) => {
    const on = episode.dischargedOn;
    const isExit = on !== null && isWithin(on, window) && homeReasons.includes(episode.reason ?? '');
    return isExit && !episode.turned18 ? [{ episode, on }] : [];
  });

/** The episodes come by removal date and the sort is stable: ties go to the earlier removal. */
const firstExit = (exits: readonly Exit[]): Exit | undefined =>
  [...exits].sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))[0];

export const reentryIn12Months = (history: History): Counted[] =>
  [...history.episodes.values()].flatMap((ofChild) => {
    const exit = firstExit(exitsOf(ofChild, history));
    if (!exit) return [];
    const { episode, on } = exit;
    const removals = ofChild.map(({ removedOn }) => removedOn);
    if (removals.some((removedOn) => episode.removedOn < removedOn && removedOn < on)) return [];
    const isBack = removals.some((removedOn) => on <= removedOn && removedOn < plusYears(on, 1));
    return [countedEpisode(episode, on, Number(isBack), 1)];
  });
