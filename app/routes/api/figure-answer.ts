/** A figure as the API gives it: with everything a figure must carry. */
import type { z } from 'zod';
import type { Place } from '../../commons/permissions/place.ts';
import {
  type Breakdown,
  breakdownsOf,
  type Cell,
  catalog,
  type Figure,
  federalName,
} from '../../rooms/measures/public.ts';
import { hiddenSentence } from '../../words/hidden-cell.ts';
import type { figureShape } from './contract/figures.ts';

type FigureAnswer = z.input<typeof figureShape>;

export interface FigureContext {
  readonly at: Place;
  readonly only: Readonly<Partial<Record<Breakdown, string>>>;
  readonly asOf: string;
  readonly dataVersion: number;
}

const cellAnswer = (
  { numerator, denominator, value, interval, hidden, heldAt }: Cell,
  reason: string | null = null,
): FigureAnswer['total'] => ({
  ...{ numerator, denominator, value },
  interval: interval === null ? null : [interval[0], interval[1]],
  suppressed: hidden !== undefined,
  heldAt: heldAt ?? null,
  reason: hidden === undefined ? reason : hiddenSentence(hidden),
});

const groupsAnswer = (figure: Figure): FigureAnswer['by'] =>
  Object.fromEntries(
    breakdownsOf(figure).map(({ breakdown, groups }) => [
      breakdown,
      groups.map(([group, cell]) => ({ group, cell: cellAnswer(cell) })),
    ]),
  );

export const figureAnswer = (
  figure: Figure,
  { at, only, asOf, dataVersion }: FigureContext,
): FigureAnswer => {
  const { id, title, version, kind, unit } = catalog[figure.measure];
  return {
    measure: id,
    definition: { title, version, path: `/api/v1/measures/${id}` },
    kind,
    unit: unit.words,
    ...{ at, only, asOf, dataVersion },
    window: { ...figure.window, name: federalName(figure.window) },
    isFinal: figure.final,
    isIncomplete: figure.incomplete,
    total: cellAnswer(figure, figure.absent),
    second: figure.second && cellAnswer(figure.second),
    by: groupsAnswer(figure),
    notCarried: figure.notCarried,
    from: figure.from,
  };
};
