/** A sum as the rules of small cells see it (statistics/small-numbers/small-cell-rule.ts). */
import type { CellFigure } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import type { MeasureDefinition } from '../../catalog/definition-shape.ts';
import type { SumRow } from '../sums.ts';

export type CountedSums = Pick<SumRow, 'numerator' | 'denominator' | 'affected'>;

export const noSums: CountedSums = { numerator: 0, denominator: 0, affected: 0 };

/**
 * A share protects the event and its complement, a rate the events; both how many children the events are of, since one
 * child can move twelve times. The rules throw `RangeError` for what is no count, such as sums brought with decimals.
 */
export const cellFigureOf = (
  { interval }: Pick<MeasureDefinition, 'interval'>,
  { numerator, denominator, affected }: CountedSums,
): CellFigure => {
  const children = affected ?? numerator;
  return interval === 'wilson'
    ? { kind: 'share', events: numerator, of: denominator, children }
    : { kind: 'rate', events: numerator, children };
};
