/** One figure of one window, with its groups. */
import {
  type Breakdown,
  type Figure,
  figuresOf,
  type MeasureDefinition,
  type ViewedFiles,
  type Window,
} from '../../rooms/measures/public.ts';
import type { MeasureFilters } from './measure-filters.ts';

export const oneFigure = async (
  files: ViewedFiles,
  definition: MeasureDefinition,
  window: Window,
  by: readonly Breakdown[],
  where: MeasureFilters['where'],
): Promise<Figure> => {
  const { asOf } = files.manifest;
  const [figure] = await figuresOf(files, { measures: [definition.id], windows: [window], by, where, asOf });
  if (!figure) throw new Error('A request for one figure gave none.');
  return figure;
};
