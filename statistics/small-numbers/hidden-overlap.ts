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
 * An insider (insider.ts) knows all of a place, or of a unit of it: what is left without it must be as safe.
 *
 * Assumes that the breakdown by race was decided before (hidden-cells.ts), and that places add up to the whole.
 *
 * Worked example: 40 alone, 44 at all: hidden. 40 alone, 60 at all, 90 of two or more or Hispanic: d 20 and e 70, shown.
 *
 * Source: our own; it rests on two-way tables with both totals (sum-network.ts).
 */
import { figureWithout, sumOfFigures } from './figure-sums.ts';
import { type HiddenGroups, hideSmallestUntil, isEnoughHidden, type Part } from './hidden-groups.ts';
import {
  type CellFigure,
  isSmall,
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

/** What one knows of places: of the own one all, or (of a unit) a part. */
export type OverlapInsider = Readonly<Record<string, Overlap>>;

export interface OverlapHiding {
  readonly rule?: SmallCellRule;
  readonly insiders?: readonly OverlapInsider[];
}

/** Of a place: those in combination, and the others of the groups they are counted in. */
const splitOf = ({ any, alone, mixed }: Overlap): readonly [d: CellFigure, e: CellFigure] => {
  const combined = figureWithout(any, alone);
  return [combined, figureWithout(sumOfFigures(mixed), combined)];
};

const without = (overlap: Overlap, part: Overlap | undefined): Overlap =>
  part === undefined
    ? overlap
    : {
        any: figureWithout(overlap.any, part.any),
        alone: figureWithout(overlap.alone, part.alone),
        mixed: overlap.mixed.map((figure, index) => figureWithout(figure, part.mixed[index])),
        areGroupsShown: overlap.areGroupsShown,
      };

const figuresOf = (overlap: Overlap): CellFigure[] => [overlap.any, ...splitOf(overlap)];

/** `knownParts`: of each insider, what of this place he knows. */
const isItselfHidden = (
  overlap: Overlap,
  knownParts: readonly (Overlap | undefined)[],
  rule: SmallCellRule,
): boolean =>
  !overlap.areGroupsShown ||
  figuresOf(overlap).some((figure) => isTooSmall(figure, rule)) ||
  knownParts.some((part) =>
    part === undefined
      ? false
      : figuresOf(without(overlap, part))
          .flatMap(protectedCounts)
          .some((count) => isSmall(count, rule)),
  );

interface PlacePart extends Part {
  /** Of the groups overlapped, together. */
  readonly mixed: readonly number[];
}

const placePart = (name: string, overlap: Overlap): PlacePart => {
  const split = splitOf(overlap);
  return {
    name,
    counts: split.flatMap(protectedCounts),
    size: sizeOf(sumOfFigures(split)),
    mixed: protectedCounts(sumOfFigures(overlap.mixed)),
  };
};

/** Whether one hidden place holds all but a few of what the hidden ones hold in the groups overlapped. */
const isOneNearlyAll = (
  parts: readonly PlacePart[],
  hidden: ReadonlySet<string>,
  rule: SmallCellRule,
): boolean => {
  const inside = parts.filter(({ name, size }) => size > 0 && hidden.has(name));
  return (inside[0]?.mixed ?? []).some((_, count) => {
    const values = inside.map(({ mixed }) => mixed[count] ?? 0);
    const all = values.reduce((sum, value) => sum + value, 0);
    return values.some((value) => value > 0 && all - value <= rule.threshold);
  });
};

const total = (known: OverlapInsider): Overlap | undefined => {
  const [first, ...more] = Object.values(known);
  return first && more.length === 0 ? first : undefined;
};

/** Where the overlapping figure is hidden: in which places, and whether for the whole too (then everywhere). */
export const hiddenOverlap = (
  whole: Overlap,
  places: Readonly<Record<string, Overlap>>,
  { rule = usualRule, insiders = [] }: OverlapHiding = {},
): HiddenGroups => {
  const everywhere = { isTotalHidden: true, hidden: new Set(Object.keys(places)) };
  if (isItselfHidden(whole, insiders.map(total), rule)) return everywhere;
  const named = Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1));
  const isHidden = ([name, place]: readonly [string, Overlap]): boolean =>
    isItselfHidden(
      place,
      insiders.map((insider) => insider[name]),
      rule,
    );
  const hidden = new Set(named.filter(isHidden).map(([name]) => name));
  const views = [{}, ...insiders].map((insider: OverlapInsider) =>
    named.map(([name, place]) => placePart(name, without(place, insider[name]))),
  );
  const bySize = (views[0] ?? []).filter(({ size }) => size > 0).sort((a, b) => a.size - b.size);
  hideSmallestUntil(views, hidden, rule);
  while (hidden.size > 0 && views.some((parts) => isOneNearlyAll(parts, hidden, rule))) {
    const next = bySize.find(({ name }) => !hidden.has(name));
    if (!next) return everywhere;
    hidden.add(next.name);
  }
  return isEnoughHidden(views, hidden, rule) ? { isTotalHidden: false, hidden } : everywhere;
};
