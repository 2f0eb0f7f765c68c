/** Puts on the ledger what is shown from now on. */
import { createHash } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { SystemScope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Day } from '../../../../../platform/clock.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import { type ReleasedCells, releasedTables } from './tables.ts';

export interface ReleaseName {
  readonly measure: string;
  readonly windowFrom: Day;
  readonly windowTo: Day;
}

export interface Release {
  readonly contentId: string;
  readonly asOf: Day;
  readonly cells: ReleasedCells;
}

const fingerprintOf = (cells: ReleasedCells): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(cells).sort()))
    .digest('hex');

/**
 * Reads every release of a name, oldest first, lets `decide` say which to show, and writes it if it is new. One at a time:
 * two processes with different data must not each take the other's release for not there. Nothing of a release is shown
 * before this has returned.
 */
export const settleRelease = (
  database: Database,
  scope: SystemScope,
  name: ReleaseName,
  decide: (earlier: readonly Release[]) => Release,
): Promise<Release> =>
  transactIn(database, scope, async (tx) => {
    const { measure, windowFrom, windowTo } = name;
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`release ${measure} ${windowFrom} ${windowTo}`}, 0))`,
    );
    const { contentId, asOf, cells } = releasedTables;
    const earlier = await tx
      .select({ contentId, asOf, cells })
      .from(releasedTables)
      .where(
        and(
          eq(releasedTables.measure, measure),
          eq(releasedTables.windowFrom, windowFrom),
          eq(releasedTables.windowTo, windowTo),
        ),
      )
      .orderBy(asc(releasedTables.id));
    const chosen = decide(earlier);
    if (!earlier.includes(chosen) && Object.keys(chosen.cells).length > 0) {
      const fingerprint = fingerprintOf(chosen.cells);
      await tx
        .insert(releasedTables)
        .values({ ...name, ...chosen, fingerprint })
        .onConflictDoNothing();
    }
    return chosen;
  });
