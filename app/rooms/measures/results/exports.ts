/** Figures as CSV and JSON: everything a page shows, for whoever may see the page. */
import { programVersion } from '../../../platform/program-version.ts';
import { catalog } from '../catalog/catalog.ts';
import type { Mark } from '../marks/mark.ts';
import { csvField } from './csv-field.ts';
import type { Cell, Figure } from './figure.ts';
import { breakdownsOf, jsonInOrder } from './groups-in-order.ts';

/** Which data the figures are from; `dataVersion` is null for files that are not a stored version. */
export interface Origin {
  readonly asOf: string;
  readonly dataVersion: number | null;
  /** What stands on the chart of the figures. */
  readonly marks?: readonly Mark[];
}

// biome-ignore format: one list, read in lines
const columns = [
  'measure', 'title', 'unit', 'window_from', 'window_to', 'as_of', 'breakdown', 'group', 'numerator',
  'denominator', 'value', 'interval_lower', 'interval_upper', 'final', 'incomplete', 'from', 'note', 'kind', 'definition_version',
  'data_version', 'program_version', 'hidden', 'marks',
];

/** `2023-07-01 Alternative response (counted anew)`, of a window that holds the day. */
const marksIn = ({ window, measure }: Figure, marks: readonly Mark[]): string | null => {
  const inside = marks.filter(({ on }) => on >= window.from && on <= window.to);
  const said = inside.map(({ on, label, words, moves }) =>
    [on, label || words, ...(moves.includes(measure) ? ['(counted anew)'] : [])].join(' '),
  );
  return said.join('; ') || null;
};

const markAsJson = ({ id, kind, place, on, label, words, moves, source }: Mark) => ({
  ...{ id, kind, place, on, label, words, source },
  movesByDefinition: moves,
});

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
    breakdown === '' ? marksIn(figure, origin.marks ?? []) : null,
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
export const figuresAsJson = (figures: readonly Figure[], { marks, ...origin }: Origin): string => {
  const ids = [...new Set(figures.map(({ measure }) => measure))];
  const definitions = Object.fromEntries(ids.map((id) => [id, catalog[id]]));
  const marked = marks ? { marks: marks.map(markAsJson) } : {};
  return jsonInOrder({ ...origin, programVersion, figures, definitions, ...marked });
};
