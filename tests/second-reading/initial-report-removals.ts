/** H2 and H4: the removals of the child whom an initial report names. */
import { type Episode, isInCareAtStartOf } from './episode.ts';
import type { History } from './history.ts';
import { type Initial, initialVictimReports } from './initial-reports.ts';

export interface FollowedReport {
  readonly initial: Initial;
  readonly episodes: readonly Episode[];
}

/** The initial report's afcars_id; if blank, the first one among the child's victim reports. */
const afcarsIdOf = ({ report, all }: Initial): string | null =>
  report.afcars_id ?? all.find(({ afcars_id }) => afcars_id !== null)?.afcars_id ?? null;

/** S2's denominator without the children who were in care already. */
export const reportsOfChildrenAtHome = (history: History): FollowedReport[] =>
  initialVictimReports(history)
    .map((initial) => ({ initial, episodes: history.episodes.get(afcarsIdOf(initial) ?? '') ?? [] }))
    .filter(
      ({ initial, episodes }) =>
        !episodes.some((episode) => isInCareAtStartOf(episode, initial.report.report_date)),
    );
