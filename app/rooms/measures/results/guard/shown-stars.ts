/** What people who see no small cells are shown, decided and settled once for a data version. */
import type { SmallCellRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import type { VersionFiles } from '../version-files.ts';
import { decidedStar } from './decided-stars.ts';
import { familyOf } from './family.ts';
import { keptByVersion } from './kept-by-version.ts';
import { type ShownStar, settle } from './ledger.ts';
import { getSmallCellRule } from './rule/reads.ts';
import { largeUnits } from './units/reads.ts';

/** What the agency keeps beside its data that decides what is shown. */
export interface Guard {
  readonly database: Database;
  readonly rule: SmallCellRule;
  /** Units of enough people to be shown outside themselves, as `county/unit`. */
  readonly largeUnits: ReadonlySet<string>;
}

export const loadGuard = async (database: Database): Promise<Guard> => ({
  database,
  rule: await getSmallCellRule(database),
  largeUnits: await largeUnits(database),
});

/** A data version, and what the agency keeps beside it. */
export interface GuardedFiles extends VersionFiles, Guard {}

const kept = keptByVersion<ShownStar>();

export const shownStar = (files: GuardedFiles, measure: MeasureId, window: Window): Promise<ShownStar> => {
  const { rule, manifest, database } = files;
  const family = familyOf(measure, manifest);
  const units = [...files.largeUnits].toSorted();
  const key = JSON.stringify([family, window, rule, units]);
  return kept(files, key, async () => {
    const asked = { files, family, window, rule, largeUnits: files.largeUnits };
    return settle(database, asked, await decidedStar(asked));
  });
};
