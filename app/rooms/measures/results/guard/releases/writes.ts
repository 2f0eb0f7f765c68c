/** Puts on the ledger what is shown from now on. */
import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { SystemScope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Day } from '../../../../../platform/clock.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import type { Window } from '../../figure.ts';
import { type ReleasedCells, releasedTables } from './tables.ts';

export interface Release {
  readonly contentId: string;
  readonly asOf: Day;
  readonly cells: ReleasedCells;
}

const fingerprintOf = (cells: ReleasedCells): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(cells).sort()))
    .digest('hex');

const at = ({ windowFrom, windowTo }: { windowFrom: Day; windowTo: Day }): string =>
  `${windowFrom}/${windowTo}`;

/**
 * Of each of these windows reads every release, oldest first, lets `decide` say which to show, and writes it if it is new.
 * One at a time for a family: two processes with different data must not each take the other's release for not there.
 * Nothing of a release is shown before this has returned. In the order of the windows.
 */
export const settleReleases = (
  database: Database,
  scope: SystemScope,
  measure: string,
  windows: readonly Window[],
  decide: (window: Window, earlier: readonly Release[]) => Release,
): Promise<Release[]> =>
  transactIn(database, scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`release ${measure}`}, 0))`);
    const { contentId, asOf, cells, windowFrom, windowTo } = releasedTables;
    const found = await tx
      .select({ windowFrom, windowTo, release: { contentId, asOf, cells } })
      .from(releasedTables)
      .where(
        and(
          eq(releasedTables.measure, measure),
          inArray(
            windowFrom,
            windows.map(({ from }) => from),
          ),
        ),
      )
      .orderBy(asc(releasedTables.id));
    const earlier = Map.groupBy(found, at);
    const settled = windows.map((window) => {
      const name = { measure, windowFrom: window.from, windowTo: window.to };
      const before = (earlier.get(at(name)) ?? []).map(({ release }) => release);
      const chosen = decide(window, before);
      const isNew = !before.includes(chosen) && Object.keys(chosen.cells).length > 0;
      return { chosen, row: isNew ? [{ ...name, ...chosen, fingerprint: fingerprintOf(chosen.cells) }] : [] };
    });
    const rows = settled.flatMap(({ row }) => row);
    if (rows.length > 0) await tx.insert(releasedTables).values(rows).onConflictDoNothing();
    return settled.map(({ chosen }) => chosen);
  });
