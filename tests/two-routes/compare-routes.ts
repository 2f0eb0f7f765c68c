/** The whole comparison of the two routes of one Juniper. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Analytics } from '../../app/platform/analytics/duckdb.ts';
import type { Window } from '../../app/rooms/measures/results/figure.ts';
import { windowFrom } from '../../app/rooms/measures/results/windows.ts';
import { type ChangedSubjects, changedSubjects, findChanges, type StepSum, stepSums } from './comparison.ts';
import { openDifferences, type RecordCount, recordCounts } from './record-differences.ts';
import { stageRoutes } from './routes.ts';
import { takeSteps } from './steps.ts';

/** One before the change of form in October 2022, three after it; all final for P1 on 2026-09-30. */
export const comparedWindows: readonly Window[] = [
  '2020-10-01',
  '2022-10-01',
  '2023-10-01',
  '2024-10-01',
].map((from) => windowFrom(from));

/** A long time after the files: nothing in them is in the future. */
const today = '2026-11-01';

export interface Compared {
  readonly windows: readonly Window[];
  readonly sums: readonly StepSum[];
  readonly changed: readonly ChangedSubjects[];
  readonly records: readonly RecordCount[];
  /** For further questions: the tables of differences.sql, `facts`, `federal_facts` and `changes`. Close it. */
  readonly analytics: Analytics;
}

/** `juniper` holds the folders `package` and `federal`; `work` is an empty folder that the caller removes. */
export const compareRoutes = async (juniper: string, work: string): Promise<Compared> => {
  const files = { package: join(juniper, 'package'), federal: join(juniper, 'federal') };
  const versions = join(work, 'versions');
  mkdirSync(versions, { mode: 0o700 });
  const routes = await stageRoutes(files, versions, today);
  const analytics = await openDifferences(routes, work);
  await takeSteps(analytics, routes, comparedWindows, work);
  await findChanges(analytics);
  return {
    windows: comparedWindows,
    sums: await stepSums(analytics),
    changed: await changedSubjects(analytics),
    records: await recordCounts(analytics),
    analytics,
  };
};
