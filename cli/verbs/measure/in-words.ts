/** Days, values and notes as a reader likes them. */
import { type Cell, catalog, type Figure } from '../../../app/rooms/measures/public.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-09-30` as `30 Sep 2024`. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
};

const grouped = new Intl.NumberFormat('en-US');
export const countInWords = (count: number | null): string => (count === null ? '' : grouped.format(count));

/** One decimal for percents, two for rates. */
export const valueInWords = (figure: Pick<Figure, 'measure'>, value: number | null): string =>
  value === null ? '–' : value.toFixed(catalog[figure.measure].unit.short === '%' ? 1 : 2);

export const intervalInWords = (figure: Pick<Figure, 'measure'>, { interval }: Cell): string =>
  interval === null ? '' : `${valueInWords(figure, interval[0])} to ${valueInWords(figure, interval[1])}`;

/** `58 of 108`, or for a rate `67 in 16,005`. */
export const countsInWords = (figure: Pick<Figure, 'measure'>, cell: Cell): string => {
  if (cell.denominator === null) return '';
  const joint = catalog[figure.measure].interval === 'wilson' ? 'of' : 'in';
  return `${countInWords(cell.numerator)} ${joint} ${countInWords(cell.denominator)}`;
};

export const stateInWords = (figure: Figure): string => {
  if (figure.absent !== null && figure.from === 'records' && figure.denominator === null) return '';
  const notes = [figure.final ? 'final' : 'in flight'];
  if (figure.incomplete) notes.push('incomplete');
  if (figure.from === 'aggregates') notes.push('sums as given');
  return notes.join(', ');
};
