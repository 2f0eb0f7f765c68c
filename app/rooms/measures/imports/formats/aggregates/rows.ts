/** One line of a table of aggregates → one canonical row, or what is wrong with it. */
import { type Breakdown, measureIds } from '../../../catalog/definition-shape.ts';
import type { Problem } from '../../problem.ts';
import type { Header } from './header.ts';
import { readPeriod } from './period.ts';

export interface AggregateRow {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly breakdown: Breakdown | null;
  readonly group: string | null;
  readonly numerator: number;
  readonly denominator: number;
}

export const sentences = {
  'row-ragged': 'The line does not have as many fields as the header, so it is left out.',
  'measure-unknown': `The measure is not one of ${measureIds.join(', ')}, so the row is left out.`,
  'period-unreadable':
    'The period must be a month (2024-07), a quarter (2024Q3), a federal window (23A23B) or a day range (2023-10-01/2024-09-30), so the row is left out.',
  'groups-crossed':
    'More than one group column is filled. A row is a total or one group of one breakdown, so it is left out.',
  'number-unreadable': 'Numerator and denominator must be numbers of 0 or more, so the row is left out.',
  'row-repeated': 'The file holds this measure, period and group already; the first row is kept.',
  'numerator-above-denominator': 'The numerator is greater than the denominator.',
} satisfies Record<string, string>;

export type RuleName = keyof typeof sentences;

export const weightOf = (rule: RuleName): Problem['weight'] =>
  rule === 'numerator-above-denominator' ? 'note' : 'set-aside';

export interface RowProblem {
  readonly rule: RuleName;
  readonly column: string | null;
  readonly value: string | null;
}

const numberOf = (text: string): number | null => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : null);

export const readRow = (cells: readonly string[], header: Header): AggregateRow | RowProblem => {
  const at = (place: number): string => (cells[place] ?? '').trim();
  if (cells.length !== header.width)
    return { rule: 'row-ragged', column: null, value: `${cells.length} fields` };
  const measure = measureIds.find((id) => id === at(header.measure).toUpperCase());
  if (measure === undefined) return { rule: 'measure-unknown', column: 'measure', value: at(header.measure) };
  const period = readPeriod(at(header.period));
  if (period === null) return { rule: 'period-unreadable', column: 'period', value: at(header.period) };
  const filled = header.groups.filter(([, place]) => at(place) !== '');
  if (filled.length > 1) return { rule: 'groups-crossed', column: filled[1]?.[0] ?? null, value: null };
  const numerator = numberOf(at(header.numerator));
  const denominator = numberOf(at(header.denominator));
  if (numerator === null)
    return { rule: 'number-unreadable', column: 'numerator', value: at(header.numerator) };
  if (denominator === null)
    return { rule: 'number-unreadable', column: 'denominator', value: at(header.denominator) };
  const [group] = filled;
  return {
    measure,
    ...period,
    breakdown: group?.[0] ?? null,
    group: group === undefined ? null : at(group[1]),
    numerator,
    denominator,
  };
};
