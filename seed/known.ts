/** What the agency's system knew on a day: a removal or an exit that was not keyed yet is not there. */
import type { DayNumber } from './days.ts';
import type { Child, DischargeReason, Episode, Finding } from './records.ts';

export interface KnownEpisode {
  readonly episode: Episode;
  readonly dischargedOn: DayNumber | null;
  readonly dischargeKeyedOn: DayNumber | null;
  readonly reason: DischargeReason | null;
}

const knownEpisode = (episode: Episode, on: DayNumber): KnownEpisode => {
  const isKeyed = episode.dischargeKeyedOn !== null && episode.dischargeKeyedOn <= on;
  return {
    episode,
    dischargedOn: isKeyed ? episode.dischargedOn : null,
    dischargeKeyedOn: isKeyed ? episode.dischargeKeyedOn : null,
    reason: isKeyed ? episode.reason : null,
  };
};

/** The child's episodes as known at the end of that day, by date of removal. */
export const knownEpisodes = (child: Child, on: DayNumber): KnownEpisode[] => {
  const known: KnownEpisode[] = [];
  for (const episode of child.episodes) {
    if (episode.removalKeyedOn <= on) known.push(knownEpisode(episode, on));
  }
  return known;
};

export const isDisposed = (finding: Finding, on: DayNumber): boolean => finding.disposedOn <= on;

/** True when the child belongs in the federal file of the half-year from `from` to `to`: in care, or newly keyed. */
export const isInPeriod = (child: Child, known: readonly KnownEpisode[], from: DayNumber, to: DayNumber) =>
  !(child.lostAfter !== null && child.lostAfter < to) &&
  known.some(
    ({ episode, dischargedOn, dischargeKeyedOn }) =>
      episode.removalKeyedOn >= from ||
      dischargedOn === null ||
      dischargedOn >= from ||
      (dischargeKeyedOn !== null && dischargeKeyedOn >= from),
  );
