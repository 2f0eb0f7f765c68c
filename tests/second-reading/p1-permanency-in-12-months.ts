/** P1: of children entering care in the window, the share in permanency before the anniversary. */
import type { Day } from '../../app/platform/clock.ts';
import { type Counted, countedEpisode } from './counted.ts';
import { daysBetween, plusDays, plusYears } from './days.ts';
import { type Episode, endsInPermanency } from './episode.ts';
import { firstEntries } from './first-entries.ts';
import type { History } from './history.ts';

/** Start of a trial home visit that the child was on when discharged; legacy AFCARS tells it without rows. */
const lastTrialHomeVisit = (episode: Episode, dischargedOn: Day, history: History): Day | null => {
  const last = history.placementsOf(episode).findLast(({ start_date }) => start_date < dischargedOn);
  if (!last) return episode.removal.trial_home_visit_from;
  return last.setting === 'trial_home_visit' ? last.start_date : null;
};

/** The discharge date, or 30 days into a trial home visit that lasted longer before a reunification. */
const testedOn = (episode: Episode, dischargedOn: Day, history: History): Day => {
  if (episode.reason !== 'reunification') return dischargedOn;
  const visitFrom = lastTrialHomeVisit(episode, dischargedOn, history);
  const isLong = visitFrom !== null && daysBetween(visitFrom, dischargedOn) > 30;
  return isLong ? plusDays(visitFrom, 30) : dischargedOn;
};

const isPermanentInTime = (episode: Episode, history: History): boolean =>
  endsInPermanency(episode) &&
  episode.dischargedOn !== null &&
  testedOn(episode, episode.dischargedOn, history) < plusYears(episode.removedOn, 1);

export const permanencyIn12Months = (history: History): Counted[] =>
  firstEntries(history).map((episode) =>
    countedEpisode(episode, episode.removedOn, Number(isPermanentInTime(episode, history)), 1),
  );
