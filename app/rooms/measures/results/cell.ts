/** From a numerator and a denominator to a value in the measure's unit, with its interval. */
import { exactPoissonInterval } from '../../../../statistics/small-numbers/exact-poisson-interval.ts';
import { wilsonInterval } from '../../../../statistics/small-numbers/wilson-interval.ts';
import type { MeasureDefinition } from '../catalog/definition-shape.ts';
import type { Cell } from './figure.ts';

export const noCell: Cell = { numerator: null, denominator: null, value: null, interval: null };

type Scale = Pick<MeasureDefinition, 'unit' | 'interval'>;

const intervalOf = (scale: Scale, numerator: number, denominator: number): [number, number] | null => {
  if (numerator < 0) return null;
  if (scale.interval === 'wilson' && numerator > denominator) return null;
  const [lower, upper] =
    scale.interval === 'wilson'
      ? wilsonInterval(numerator, denominator)
      : exactPoissonInterval(numerator, denominator);
  return [lower * scale.unit.per, upper * scale.unit.per];
};

/** A denominator of 0 gives no value and no interval. */
export const cellOf = (scale: Scale, numerator: number, denominator: number): Cell => {
  if (!(denominator > 0)) return { numerator, denominator, value: null, interval: null };
  return {
    numerator,
    denominator,
    value: (scale.unit.per * numerator) / denominator,
    interval: intervalOf(scale, numerator, denominator),
  };
};
