/** How the days of a column are written, where the values say so. The order of day and month is never guessed. */
import { type DayFormat, dayFormats } from '../day-format.ts';
import type { ColumnProfile } from '../profile.ts';

export type DayGuess =
  | { readonly kind: 'sure'; readonly format: DayFormat }
  /** A person must choose: nothing in the values decides between these. */
  | { readonly kind: 'ask'; readonly between: readonly DayFormat[] }
  /** Most values are no days at all. */
  | { readonly kind: 'none' };

type Days = Pick<ColumnProfile, 'filled' | 'days' | 'eitherOrder'>;

const enough = 0.8;
const orders: readonly DayFormat[] = ['month-first', 'day-first'];

/** How many values an import in this format can read: year first is always read beside it. */
export const readableIn = ({ days }: Days, format: DayFormat): number =>
  (days[format] ?? 0) + (format === 'year-first' ? 0 : (days['year-first'] ?? 0));

const guessOrder = ({ days, eitherOrder }: Days): DayGuess => {
  const onlyMonthFirst = (days['month-first'] ?? 0) - eitherOrder;
  const onlyDayFirst = (days['day-first'] ?? 0) - eitherOrder;
  if (onlyMonthFirst > 0 && onlyDayFirst === 0) return { kind: 'sure', format: 'month-first' };
  if (onlyDayFirst > 0 && onlyMonthFirst === 0) return { kind: 'sure', format: 'day-first' };
  return { kind: 'ask', between: orders };
};

export const guessDays = (column: Days): DayGuess => {
  if (column.filled === 0) return { kind: 'sure', format: 'year-first' };
  const readable = dayFormats.map((format) => ({ format, count: readableIn(column, format) }));
  const best = readable.reduce((most, one) => (one.count > most.count ? one : most));
  const withOrders = orders.reduce((sum, order) => sum + (column.days[order] ?? 0), 0) - column.eitherOrder;
  if (withOrders > 0 && withOrders + (column.days['year-first'] ?? 0) >= enough * column.filled)
    return guessOrder(column);
  return best.count >= enough * column.filled ? { kind: 'sure', format: best.format } : { kind: 'none' };
};
