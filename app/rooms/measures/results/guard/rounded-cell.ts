/** A shown cell below the whole state in no more digits than its children bear (statistics/small-numbers/shown-digits.ts). */
import { shownDigits } from '../../../../../statistics/small-numbers/shown-digits.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { Cell } from '../figure.ts';
import { cellFigureOf } from './cell-figure.ts';

export const roundedCell = (measure: MeasureId, cell: Cell): Cell => {
  const { numerator, denominator, value, interval } = cell;
  if (numerator === null || denominator === null || value === null) return cell;
  const digits = shownDigits(cellFigureOf(measure, { numerator, denominator, affected: null }));
  const rounded = (number: number): number =>
    Number(
      'afterPoint' in digits ? number.toFixed(digits.afterPoint) : number.toPrecision(digits.significant),
    );
  return {
    ...cell,
    value: rounded(value),
    interval: interval && [rounded(interval[0]), rounded(interval[1])],
  };
};
