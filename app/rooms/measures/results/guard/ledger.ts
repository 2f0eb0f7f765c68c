/**
 * Holds what would be shown against what was shown from older data: a difference of few children would give them away.
 * What is held stays as it was shown, with its own as-of (statistics/small-numbers/release-decision.ts).
 */
import { type Release, releaseDecision } from '../../../../../statistics/small-numbers/release-decision.ts';
import { systemScope } from '../../../../commons/permissions/scope.ts';
import type { Day } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { catalog } from '../../catalog/catalog.ts';
import type { Breakdown, MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import type { VersionFiles } from '../version-files.ts';
import { cellFigureOf } from './cell-figure.ts';
import type { ProposedTable } from './proposed-table.ts';
import { listReleases } from './releases/reads.ts';
import type { ReleasedCells } from './releases/tables.ts';
import { addRelease } from './releases/writes.ts';

/** A table as it is shown. */
export interface ShownTable {
  readonly cells: ReleasedCells;
  /** The day of the older data it is held at; null where it is of the data in use. */
  readonly heldAt: Day | null;
}

const scope = systemScope('the ledger of what is shown');

const releaseOf = (measure: MeasureId, cells: ReleasedCells): Release =>
  Object.fromEntries(
    Object.entries(cells).map(([name, [numerator, denominator]]) => [
      name,
      cellFigureOf(catalog[measure], { numerator, denominator, affected: null }),
    ]),
  );

const cellsOf = ({ shown }: ProposedTable): ReleasedCells =>
  Object.fromEntries(
    [...shown].map(([name, { numerator, denominator }]) => [name, [numerator, denominator]]),
  );

/** Decides, and puts a release on the ledger before anything of it is shown. */
export const settle = async (
  database: Database,
  { manifest }: VersionFiles,
  asked: { readonly measure: MeasureId; readonly window: Window; readonly breakdown: Breakdown },
  proposed: ProposedTable,
): Promise<ShownTable> => {
  const { measure, window, breakdown } = asked;
  const name = { measure, windowFrom: window.from, windowTo: window.to, breakdown };
  const cells = cellsOf(proposed);
  if (Object.keys(cells).length === 0) return { cells, heldAt: null };
  const earlier = await listReleases(database, scope, name);
  const own = earlier.find(({ contentId }) => contentId === manifest.contentId);
  if (own) return { cells: own.cells, heldAt: null };
  const { decision } = releaseDecision(
    earlier.map((release) => releaseOf(measure, release.cells)),
    releaseOf(measure, cells),
    proposed.totals,
  );
  const latest = earlier.at(-1);
  if (decision === 'hold' && latest) return { cells: latest.cells, heldAt: latest.asOf };
  const { contentId, asOf } = manifest;
  await addRelease(database, scope, { ...name, contentId, asOf, cells });
  return { cells, heldAt: null };
};
