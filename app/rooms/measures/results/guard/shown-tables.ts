/** The tables that people who see no small cells are shown, each decided and settled once for a data version. */
import type { Database } from '../../../../platform/database/database.ts';
import type { Breakdown, MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import type { VersionFiles } from '../version-files.ts';
import { keptByVersion } from './kept-by-version.ts';
import { type ShownTable, settle } from './ledger.ts';
import { proposedTable } from './proposed-table.ts';

/** A data version, and what the agency keeps beside it. */
export interface GuardedFiles extends VersionFiles {
  readonly database: Database;
  /** Units of enough people to be shown outside themselves, as `county/unit`. */
  readonly largeUnits: ReadonlySet<string>;
}

const kept = keptByVersion<ShownTable>();

export const shownTable = (
  files: GuardedFiles,
  measure: MeasureId,
  window: Window,
  breakdown: Breakdown,
): Promise<ShownTable> => {
  const units = breakdown === 'unit' ? [...files.largeUnits].toSorted().join() : '';
  const key = `${measure}/${window.from}/${window.to}/${breakdown}/${units}`;
  return kept(files, key, async () =>
    settle(
      files.database,
      files,
      { measure, window, breakdown },
      await proposedTable({ files, measure, window }, breakdown),
    ),
  );
};
