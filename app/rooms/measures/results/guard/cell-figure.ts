/** Sums as the rules of small cells see them (statistics/small-numbers/small-cell-rule.ts). */
import type { CellFigure } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { catalog } from '../../catalog/catalog.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { SumRow } from '../sums.ts';

export type CountedSums = Pick<SumRow, 'numerator' | 'denominator' | 'affected'>;

export const noSums: CountedSums = { numerator: 0, denominator: 0, affected: 0 };

/** One child can be behind many of the events: moves, victimizations, months with a visit. */
const countsAgain: ReadonlySet<MeasureId> = new Set(['P5', 'S1', 'C1']);

/**
 * A share protects the event and its complement, a rate the events; and where one child can move twelve times, how many
 * children the events are of. The rules throw `RangeError` for what is no count, such as sums brought with decimals.
 */
export const cellFigureOf = (
  measure: MeasureId,
  { numerator, denominator, affected }: CountedSums,
): CellFigure => {
  const behind = countsAgain.has(measure) ? { children: affected ?? numerator } : {};
  return catalog[measure].interval === 'wilson'
    ? { kind: 'share', events: numerator, of: denominator, ...behind }
    : { kind: 'rate', events: numerator, ...behind };
};

/** Figures of measures of the same children, of one cell: shown together or not at all. */
export const jointFigureOf = (
  measures: readonly MeasureId[],
  sumsOf: (measure: MeasureId) => CountedSums | undefined,
): CellFigure => {
  const [first, ...besides] = measures.map((measure) => cellFigureOf(measure, sumsOf(measure) ?? noSums));
  if (!first) throw new Error('A figure is of a measure.');
  return besides.length === 0 ? first : { ...first, besides };
};
