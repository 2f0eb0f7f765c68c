/** Figures as CSV and JSON: everything a page shows, for whoever may see the page. */
import { programVersion } from '../../../platform/program-version.ts';
import { catalog } from '../catalog/catalog.ts';
import { csvField } from './csv-field.ts';
import type { Cell, Figure } from './figure.ts';
import { breakdownsOf, jsonInOrder } from './groups-in-order.ts';

/** Which data the figures are from; `dataVersion` is null for files that are not a stored version. */
export interface Origin {
  readonly asOf: string;
  readonly dataVersion: number | null;
}

// biome-ignore format: one list, read in lines
const columns = [
  'measure', 'title', 'unit', 'window_from', 'window_to', 'as_of', 'breakdown', 'group', 'numerator',
  'denominator', 'value', 'interval_lower', 'interval_upper', 'final', 'incomplete', 'from', 'note', 'kind', 'definition_version',
  'data_version', 'program_version', 'hidden',
];

const lineOf = (figure: Figure, origin: Origin, breakdown: string, group: string, cell: Cell): string => {
  const { title, unit, kind, version } = catalog[figure.measure];
  const [lower, upper] = cell.interval ?? [null, null];
  return [
    figure.measure,
    title,
    unit.words,
    figure.window.from,
    figure.window.to,
    cell.heldAt ?? origin.asOf,
    breakdown,
    group,
    cell.numerator,
    cell.denominator,
    cell.value,
    lower,
    upper,
    figure.final,
    figure.incomplete,
    figure.from,
    figure.absent,
    kind,
    version,
    origin.dataVersion,
    programVersion,
    cell.hidden ?? null,
  ]
    .map(csvField)
    .join(',');
};

const linesOf = (figure: Figure, origin: Origin): string[] => [
  lineOf(figure, origin, '', '', figure),
  ...(figure.second
    ? [lineOf(figure, origin, 'second', catalog[figure.measure].second?.name ?? '', figure.second)]
    : []),
  ...breakdownsOf(figure).flatMap(({ breakdown, groups }) =>
    groups.map(([group, cell]) => lineOf(figure, origin, breakdown, group, cell)),
  ),
];

/**
 * One line a figure, second figure and group, with a header. A figure held at older data has their as-of, and what is
 * hidden says why.
 */
export const figuresAsCsv = (figures: readonly Figure[], origin: Origin): string =>
  `${[columns.join(','), ...figures.flatMap((figure) => linesOf(figure, origin))].join('\n')}\n`;

/** Figures with the definition each must carry. */
export const figuresAsJson = (figures: readonly Figure[], origin: Origin): string => {
  const ids = [...new Set(figures.map(({ measure }) => measure))];
  const definitions = Object.fromEntries(ids.map((id) => [id, catalog[id]]));
  return jsonInOrder({ ...origin, programVersion, figures, definitions });
};
