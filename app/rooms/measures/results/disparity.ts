/**
 * One measure by race and ethnicity, over two denominators: those who reached the step before (how is decided?) and all
 * children who live here (how often does it happen to a child of this group?). Each unadjusted and adjusted by age.
 */
import {
  disparityRatio,
  type GroupCount,
  type Ratio,
} from '../../../../statistics/disparity/disparity-ratio.ts';
import { disproportionalityIndex } from '../../../../statistics/disparity/disproportionality-index.ts';
import { standardised } from '../../../../statistics/disparity/indirect-standardisation.ts';
import { cellOf, noCell } from './cell.ts';
import type { Cell } from './figure.ts';

/** What is counted over one denominator, for everybody and for each group. */
export interface DisparityCounts {
  readonly everybody: Cell;
  readonly groups: Readonly<Record<string, Cell>>;
  /** By age, of everybody and of each group; a group without an entry is not adjusted. */
  readonly agesOfEverybody: Readonly<Record<string, Cell>>;
  readonly agesOf: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
}

export interface DisparityRow {
  readonly group: string;
  readonly cell: Cell;
  /** In the unit of the cells; null where an age band is not shown, or nothing is expected. */
  readonly adjusted: { readonly value: number; readonly interval: readonly [number, number] } | null;
  /** Against the reference; null for the reference itself and where either is not shown. */
  readonly ratio: Ratio | null;
  /** Share among those counted over share among the denominator. */
  readonly index: number | null;
}

export interface Disparity {
  readonly everybody: Cell;
  readonly rows: readonly DisparityRow[];
}

export interface DisparityScale {
  readonly kind: 'share' | 'rate';
  readonly per: number;
}

const countOf = ({ numerator, denominator }: Cell): GroupCount | null =>
  numerator === null || denominator === null || !(denominator > 0) ? null : { numerator, denominator };

/** Every band must be known: an age band that is not shown leaves the group unadjusted. */
const adjustedOf = (
  scale: DisparityScale,
  { everybody, agesOfEverybody, agesOf }: DisparityCounts,
  group: string,
): DisparityRow['adjusted'] => {
  const own = agesOf[group];
  if (!own || everybody.value === null) return null;
  const strata = Object.entries(own).map(([age, { numerator, denominator }]) => {
    const all = agesOfEverybody[age];
    if (numerator === null || denominator === null) return null;
    if (!all || all.numerator === null || all.denominator === null) return null;
    return {
      group: { numerator, denominator },
      everybody: { numerator: all.numerator, denominator: all.denominator },
    };
  });
  if (strata.some((stratum) => stratum === null)) return null;
  const result = standardised(
    scale.kind,
    strata.filter((stratum) => stratum !== null),
  );
  if (!result) return null;
  const { value } = everybody;
  // A share ends at everybody, whatever was expected.
  const most = scale.kind === 'share' ? scale.per : Number.POSITIVE_INFINITY;
  const inUnit = (ratio: number): number => Math.min(most, ratio * value);
  const [lower, upper] = result.interval;
  return { value: inUnit(result.ratio), interval: [inUnit(lower), inUnit(upper)] };
};

const ratioOf = (kind: 'share' | 'rate', cell: Cell, reference: Cell | undefined): Ratio | null => {
  const [own, other] = [countOf(cell), reference ? countOf(reference) : null];
  return own && other && cell !== reference ? disparityRatio(kind, own, other) : null;
};

const indexOf = (cell: Cell, everybody: Cell): number | null =>
  cell.numerator === null || cell.denominator === null
    ? null
    : disproportionalityIndex(
        cell.numerator,
        everybody.numerator ?? 0,
        cell.denominator,
        everybody.denominator ?? 0,
      );

/** The group with most children: what the others are held against, by a rule and not by a choice. */
export const referenceGroup = (groups: Readonly<Record<string, Cell>>): string | null => {
  const known = Object.entries(groups).filter(
    ([group, cell]) => group !== 'unknown' && countOf(cell) !== null,
  );
  const [largest] = known.toSorted(([, a], [, b]) => (b.denominator ?? 0) - (a.denominator ?? 0));
  return largest?.[0] ?? null;
};

/** Rows in the order of the groups, never by value. */
export const disparityOf = (
  scale: DisparityScale,
  counts: DisparityCounts,
  reference: string | null,
): Disparity => ({
  everybody: counts.everybody,
  rows: Object.entries(counts.groups).map(([group, cell]) => ({
    group,
    cell,
    adjusted: adjustedOf(scale, counts, group),
    ratio: ratioOf(scale.kind, cell, reference === null ? undefined : counts.groups[reference]),
    index: indexOf(cell, counts.everybody),
  })),
});

const overOne = (scale: DisparityScale, counted: Cell | undefined, over: Cell | undefined): Cell => {
  if (counted?.numerator == null || over?.denominator == null) {
    const hidden = counted?.hidden ?? over?.hidden;
    return hidden === undefined ? noCell : { ...noCell, hidden };
  }
  return cellOf(
    { unit: { per: scale.per, words: '', short: '' }, interval: 'poisson' },
    counted.numerator,
    over.denominator,
  );
};

/** Each group in either: somebody may live here of whom nothing was counted, and somebody counted of whom no population is on file. */
const overEach = (
  scale: DisparityScale,
  counted: Readonly<Record<string, Cell>>,
  over: Readonly<Record<string, Cell>>,
): Record<string, Cell> =>
  Object.fromEntries(
    [...new Set([...Object.keys(over), ...Object.keys(counted)])].map((group) => [
      group,
      overOne(
        scale,
        counted[group] ?? { ...noCell, numerator: 0 },
        over[group] ?? { ...noCell, denominator: 0 },
      ),
    ]),
  );

/** The numerators of one over the denominators of another: what happened, per so many children who live here. */
export const countedOver = (
  scale: DisparityScale,
  counted: DisparityCounts,
  over: DisparityCounts,
): DisparityCounts => ({
  everybody: overOne(scale, counted.everybody, over.everybody),
  groups: overEach(scale, counted.groups, over.groups),
  agesOfEverybody: overEach(scale, counted.agesOfEverybody, over.agesOfEverybody),
  agesOf: Object.fromEntries(
    Object.keys(over.agesOf).map((group) => [
      group,
      overEach(scale, counted.agesOf[group] ?? {}, over.agesOf[group] ?? {}),
    ]),
  ),
});
