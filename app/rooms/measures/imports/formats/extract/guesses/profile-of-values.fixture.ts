/** The profile of a column that holds these values. */
import { dayFormats, readMoment } from '../day-format.ts';
import type { ColumnProfile } from '../profile.ts';

export const profileOfValues = (values: readonly string[]): ColumnProfile => {
  const reads = (format: (typeof dayFormats)[number]) =>
    values.filter((value) => readMoment(value, format) !== null);
  const inDayFirst = new Set(reads('day-first'));
  return {
    name: 'column',
    filled: values.length,
    distinct: null,
    examples: [...new Set(values)].slice(0, 4),
    days: Object.fromEntries(dayFormats.map((format) => [format, reads(format).length])),
    eitherOrder: reads('month-first').filter((value) => inDayFirst.has(value)).length,
  };
};
