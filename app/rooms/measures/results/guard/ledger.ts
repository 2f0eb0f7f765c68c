/**
 * Holds what would be shown against what was shown before: a difference of few children would give them away. What is held
 * stays as it was shown, with its own as-of (statistics/small-numbers/release-decision.ts).
 *
 * Of older data, everything of a family and a window is shown anew together or not at all. Of the same data (units were
 * counted, the threshold changed) what is shown may only grow: else what was left out before and what is left out now
 * could be worked out from each other.
 */
import {
  releaseDecision,
  type Release as Shown,
} from '../../../../../statistics/small-numbers/release-decision.ts';
import { isTooSmall } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { systemScope } from '../../../../commons/permissions/scope.ts';
import type { Day } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import { cellFigureOf } from './cell-figure.ts';
import { cellName, type ProposedStar, type ShownCells, type StarAsked } from './proposed-star.ts';
import { type Release, settleReleases } from './releases/writes.ts';

/** Everything of a family and a window as it is shown. */
export interface ShownStar {
  readonly cells: ShownCells;
  /** The day of the older data it is held at; null where it is of the data in use. */
  readonly heldAt: Day | null;
}

const scope = systemScope('the ledger of what is shown');

const measureOf = (name: string): MeasureId => name.split(' ', 1)[0] as MeasureId;

const figureOf = ([name, [numerator, denominator]]: [string, ShownCells[string]]) =>
  cellFigureOf(measureOf(name), { numerator, denominator, affected: null });

const asShown = (cells: ShownCells): Shown =>
  Object.fromEntries(Object.entries(cells).map((entry) => [entry[0], figureOf(entry)]));

/** What was shown before and is not to be shown now, whatever the data: of units that became small, or under a higher threshold. */
const allowed = (cells: ShownCells, { rule, largeUnits }: Omit<StarAsked, 'window'>): ShownCells =>
  Object.fromEntries(
    Object.entries(cells).filter((entry) => {
      const [name] = entry;
      const unit = `${measureOf(name)} unit `;
      if (name.startsWith(unit) && !largeUnits.has(name.slice(unit.length))) return false;
      return !name.includes(' ') || !isTooSmall(figureOf(entry), rule);
    }),
  );

const holdsAll = (cells: ShownCells, others: ShownCells): boolean =>
  Object.keys(others).every((name) => cells[name] !== undefined);

const decide = (
  { files: { manifest }, family, rule }: StarAsked,
  { shown, whole, sums }: ProposedStar,
  earlier: readonly Release[],
): Release => {
  const { contentId, asOf } = manifest;
  const now: Release = { contentId, asOf, cells: { ...shown, ...whole } };
  const own = earlier.filter((release) => release.contentId === contentId);
  const latest = earlier.at(-1);
  if (latest && own.some(({ cells }) => !holdsAll(now.cells, cells))) return own.at(-1) ?? latest;
  const exempt = new Set(family.map((measure) => cellName(measure)));
  const others = earlier.filter((release) => release.contentId !== contentId);
  const before = others.map(({ cells }) => asShown(cells));
  const { decision } = releaseDecision(before, asShown(now.cells), sums, exempt, rule);
  if (decision === 'hold' && latest) return own.at(-1) ?? latest;
  return own.find(({ cells }) => holdsAll(cells, now.cells)) ?? now;
};

/**
 * Decides, and puts releases on the ledger before anything of them is shown. Of one family; in the order of the windows.
 */
export const settle = async (
  database: Database,
  asked: Omit<StarAsked, 'window'>,
  proposals: readonly { readonly window: Window; readonly proposed: ProposedStar }[],
): Promise<ShownStar[]> => {
  const { family, files } = asked;
  const proposed = new Map(proposals.map((one) => [one.window, one.proposed]));
  const releases = await settleReleases(
    database,
    scope,
    family.join(),
    [...proposed.keys()],
    (window, earlier) => {
      const star = proposed.get(window);
      if (!star) throw new Error('A release is settled for another window than was asked.');
      return decide({ ...asked, window }, star, earlier);
    },
  );
  return releases.map((release) => ({
    cells: allowed(release.cells, asked),
    heldAt: release.contentId === files.manifest.contentId ? null : release.asOf,
  }));
};
