/**
 * Where children of one group are also counted in others: American Indian or Alaska Native, alone or in combination.
 *
 * Question: a breakdown by race puts each child into one group, "two or more" and "Hispanic" among them. Beside it we
 * show everybody who is American Indian or Alaska Native at all. 40 alone and 44 at all are both large; 4 is not.
 *
 * Let d be those in combination (at all − alone) and e everybody else of two or more races or Hispanic. Both follow from
 * the breakdown and the overlapping figure together. So in a place the figure is shown only if the three groups it
 * overlaps are shown there, and it, d and e are none or large. Further places are then hidden until those hidden hold
 * more than 10 of d and of e, and more than 10 of the groups together beside each single place.
 *
 * Why that is enough: a county has alone + d of them at all, and d + e of two or more races or Hispanic. Of hidden
 * places the table d and e by place is hidden whole, with totals that are all large or none: each cell keeps a range of
 * more than 10. And whatever the breakdown by race leaves open stays open: for any numbers it allows, such a table can
 * be filled in.
 *
 * Assumes that the breakdown by race was decided before (hidden-cells.ts), and that places add up to the whole.
 *
 * Worked example: 40 alone, 44 at all: hidden. 40 alone, 60 at all, 90 of two or more or Hispanic: d 20 and e 70, shown.
 *
 * Source: our own; it rests on two-way tables with both totals (sum-network.ts).
 */
import { type HiddenGroups, hideSmallestUntil, type Part, sumOfFigures } from './hidden-groups.ts';
import {
  type CellFigure,
  isTooSmall,
  protectedCounts,
  type SmallCellRule,
  sizeOf,
  usualRule,
} from './small-cell-rule.ts';

export interface Overlap {
  /** Everybody of the group, alone or in combination. */
  readonly any: CellFigure;
  /** The group of the breakdown that holds those alone. */
  readonly alone: CellFigure;
  /** The groups of the breakdown that hold the others, among further children: two or more races, Hispanic. */
  readonly mixed: readonly CellFigure[];
  /** Whether `alone` and every one of `mixed` are shown. */
  readonly areGroupsShown: boolean;
}

const minus = (a: CellFigure, b: CellFigure): CellFigure => {
  const events = a.events - b.events;
  return a.kind === 'share' && b.kind === 'share'
    ? { kind: 'share', events, of: a.of - b.of }
    : { kind: 'rate', events };
};

/** Of a place: those in combination, and the others of the groups they are counted in. */
const splitOf = ({ any, alone, mixed }: Overlap): readonly [d: CellFigure, e: CellFigure] => {
  const combined = minus(any, alone);
  return [combined, minus(sumOfFigures(mixed), combined)];
};

const isItselfHidden = (overlap: Overlap, rule: SmallCellRule): boolean =>
  !overlap.areGroupsShown || [overlap.any, ...splitOf(overlap)].some((figure) => isTooSmall(figure, rule));

const partOf = (name: string, overlap: Overlap): Part => {
  const split = splitOf(overlap);
  return { name, counts: split.flatMap(protectedCounts), size: sizeOf(sumOfFigures(split)) };
};

/** Whether one hidden place holds all but a few of what the hidden ones hold in the groups overlapped. */
const isOneNearlyAll = (
  mixed: ReadonlyMap<string, readonly number[]>,
  hidden: ReadonlySet<string>,
  rule: SmallCellRule,
): boolean => {
  const inside = [...hidden].map((name) => mixed.get(name) ?? []);
  return (inside[0] ?? []).some((_, count) => {
    const values = inside.map((counts) => counts[count] ?? 0);
    const all = values.reduce((sum, value) => sum + value, 0);
    return values.some((value) => value > 0 && all - value <= rule.threshold);
  });
};

/** Where the overlapping figure is hidden: in which places, and whether for the whole too (then everywhere). */
export const hiddenOverlap = (
  whole: Overlap,
  places: Readonly<Record<string, Overlap>>,
  rule: SmallCellRule = usualRule,
): HiddenGroups => {
  const everywhere = { isTotalHidden: true, hidden: new Set(Object.keys(places)) };
  if (isItselfHidden(whole, rule)) return everywhere;
  const named = Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1));
  const hidden = new Set(named.filter(([, place]) => isItselfHidden(place, rule)).map(([name]) => name));
  const parts = named.map(([name, place]) => partOf(name, place));
  const mixed = new Map(
    named.map(([name, { mixed: groups }]) => [name, protectedCounts(sumOfFigures(groups))] as const),
  );
  const bySize = parts.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size);
  hideSmallestUntil(parts, hidden, rule);
  while (hidden.size > 0 && isOneNearlyAll(mixed, hidden, rule)) {
    const next = bySize.find(({ name }) => !hidden.has(name));
    if (!next) return everywhere;
    hidden.add(next.name);
  }
  return { isTotalHidden: false, hidden };
};
