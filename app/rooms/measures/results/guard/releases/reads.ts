/** What was shown before. */
import { and, asc, eq } from 'drizzle-orm';
import type { SystemScope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Day } from '../../../../../platform/clock.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import { type ReleasedCells, releasedTables } from './tables.ts';

export interface TableName {
  readonly measure: string;
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly breakdown: string;
}

export interface EarlierRelease {
  readonly contentId: string;
  readonly asOf: Day;
  readonly cells: ReleasedCells;
}

/** Every release of a table, oldest first. */
export const listReleases = async (
  database: Database,
  scope: SystemScope,
  { measure, windowFrom, windowTo, breakdown }: TableName,
): Promise<EarlierRelease[]> =>
  transactIn(database, scope, (tx) =>
    tx
      .select({
        contentId: releasedTables.contentId,
        asOf: releasedTables.asOf,
        cells: releasedTables.cells,
      })
      .from(releasedTables)
      .where(
        and(
          eq(releasedTables.measure, measure),
          eq(releasedTables.windowFrom, windowFrom),
          eq(releasedTables.windowTo, windowTo),
          eq(releasedTables.breakdown, breakdown),
        ),
      )
      .orderBy(asc(releasedTables.id)),
  );
