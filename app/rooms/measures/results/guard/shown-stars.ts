/** What people who see no small cells are shown, decided and settled once for a data version. */
import type { SmallCellRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { systemScope } from '../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../commons/permissions/transact-in.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import type { VersionFiles } from '../version-files.ts';
import { decidedStar } from './decided-stars.ts';
import { familyOf } from './family.ts';
import { keptByVersion } from './kept-by-version.ts';
import { type ShownStar, settle } from './ledger.ts';
import type { ProposedStar } from './proposed-star.ts';
import { ruleIn } from './rule/reads.ts';
import { largeUnitsIn } from './units/reads.ts';

/** What the agency keeps beside its data that decides what is shown. */
export interface Guard {
  readonly database: Database;
  readonly rule: SmallCellRule;
  /** Units of enough people to be shown outside themselves, as `county/unit`. */
  readonly largeUnits: ReadonlySet<string>;
}

/** Every page asks it: a change holds from the next page on. */
export const loadGuard = (database: Database): Promise<Guard> =>
  transactIn(database, systemScope('what may be shown'), async (tx) => ({
    database,
    rule: await ruleIn(tx),
    largeUnits: await largeUnitsIn(tx),
  }));

/** A data version, and what the agency keeps beside it. */
export interface GuardedFiles extends VersionFiles, Guard {}

const kept = keptByVersion<ShownStar>();

type Asked = Parameters<typeof settle>[1];

const settleAll = async (
  database: Database,
  asked: Asked,
  windows: readonly Window[],
): Promise<ReadonlyMap<Window, ShownStar>> => {
  const proposals: { window: Window; proposed: ProposedStar }[] = [];
  for (const window of windows) proposals.push({ window, proposed: await decidedStar({ ...asked, window }) });
  const stars = await settle(database, asked, proposals);
  return new Map(windows.map((window, index) => [window, stars[index] as ShownStar]));
};

/** In the order of the windows. Those not shown yet are settled together: a page asks some sixty months at once. */
export const shownStars = (
  files: GuardedFiles,
  measure: MeasureId,
  windows: readonly Window[],
): Promise<ShownStar[]> => {
  const { rule, largeUnits, manifest, database } = files;
  const family = familyOf(measure, manifest);
  const units = [...largeUnits].toSorted();
  const missing: Window[] = [];
  let settled: Promise<ReadonlyMap<Window, ShownStar>> | undefined;
  const settleWithOthers = async (window: Window): Promise<ShownStar> => {
    missing.push(window);
    // By then all that are missing are known.
    settled ??= Promise.resolve().then(() =>
      settleAll(database, { files, family, rule, largeUnits }, missing),
    );
    return (await settled).get(window) as ShownStar;
  };
  return Promise.all(
    windows.map((window) =>
      kept(files, JSON.stringify([family, window, rule, units]), () => settleWithOthers(window)),
    ),
  );
};

export const shownStar = async (
  files: GuardedFiles,
  measure: MeasureId,
  window: Window,
): Promise<ShownStar> => {
  const [star] = await shownStars(files, measure, [window]);
  return star as ShownStar;
};
