/** Figures as CSV and JSON: everything a page shows, for whoever may see the page. */
import { catalog } from '../catalog/catalog.ts';
import type { Cell, Figure } from './figure.ts';

// biome-ignore format: one list, read in lines
const columns = [
  'measure', 'title', 'unit', 'window_from', 'window_to', 'as_of', 'breakdown', 'group', 'numerator',
  'denominator', 'value', 'interval_lower', 'interval_upper', 'final', 'incomplete', 'from', 'note',
];

/** Quoted where needed; a leading = + - @ is made text, so that a spreadsheet does not run it. */
const field = (value: string | number | boolean | null): string => {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const lineOf = (figure: Figure, asOf: string, breakdown: string, group: string, cell: Cell): string => {
  const { title, unit } = catalog[figure.measure];
  const [lower, upper] = cell.interval ?? [null, null];
  return [
    figure.measure,
    title,
    unit.words,
    figure.window.from,
    figure.window.to,
    asOf,
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
  ]
    .map(field)
    .join(',');
};

const linesOf = (figure: Figure, asOf: string): string[] => [
  lineOf(figure, asOf, '', '', figure),
  ...(figure.second
    ? [lineOf(figure, asOf, 'second', catalog[figure.measure].second?.name ?? '', figure.second)]
    : []),
  ...Object.entries(figure.by).flatMap(([breakdown, groups]) =>
    Object.entries(groups).map(([group, cell]) => lineOf(figure, asOf, breakdown, group, cell)),
  ),
];

/** One line a figure, second figure and group, with a header; values unrounded. */
export const figuresAsCsv = (figures: readonly Figure[], asOf: string): string =>
  `${[columns.join(','), ...figures.flatMap((figure) => linesOf(figure, asOf))].join('\n')}\n`;

/** Figures with the definition each must carry. */
export const figuresAsJson = (figures: readonly Figure[], asOf: string): string => {
  const ids = [...new Set(figures.map(({ measure }) => measure))];
  const definitions = Object.fromEntries(ids.map((id) => [id, catalog[id]]));
  return `${JSON.stringify({ asOf, figures, definitions }, null, 2)}\n`;
};
