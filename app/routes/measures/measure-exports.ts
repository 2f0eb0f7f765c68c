/** What a measure page shows, as CSV or JSON: the chosen figure with every breakdown, then the series. */
import { NotFound } from '../../platform/errors.ts';
import {
  type Figure,
  figuresOf,
  findBySlug,
  type Mark,
  marksOn,
  seriesOf,
} from '../../rooms/measures/public.ts';
import type { Visit } from '../page.ts';
import { getVersionInUse } from '../version-in-use.ts';
import { readMarks } from './chart-flags.ts';
import { filtersOf } from './measure-filters.ts';
import { readMeasure } from './measure-reading.ts';

export interface MeasureExport {
  readonly name: string;
  readonly asOf: string;
  readonly version: number;
  readonly figures: readonly Figure[];
  /** On its chart, of those the reader may see. */
  readonly marks: readonly Mark[];
}

export const measureExport = async (visit: Visit): Promise<MeasureExport> => {
  const definition = findBySlug(visit.params.slug ?? '');
  if (!definition) throw new NotFound('There is no measure of this name.');
  const filters = filtersOf(visit.url.searchParams);
  const version = await getVersionInUse(visit);
  const { asOf } = version;
  const { where } = filters;
  const { window, since, rhythm } = await readMeasure(version.files, definition, filters);
  const measures = [definition.id];
  const chosen = await figuresOf(version.files, {
    measures,
    windows: [window],
    by: definition.breakdowns,
    where,
    asOf,
  });
  const series = await seriesOf(version.files, {
    measure: definition.id,
    rhythm,
    from: since,
    to: asOf,
    where,
    asOf,
  });
  const marks = marksOn(await readMarks(visit), definition.id, where);
  return { name: definition.slug, asOf, version: version.number, figures: [...chosen, ...series], marks };
};

export const originOf = ({ asOf, version, marks }: MeasureExport) => ({ asOf, dataVersion: version, marks });

export const download = (text: string, type: string, { name, version }: MeasureExport): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}-version-${version}.${type === 'text/csv' ? 'csv' : 'json'}"`,
    },
  });
