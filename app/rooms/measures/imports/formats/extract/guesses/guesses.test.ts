import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packageFiles } from '../../package/package-files.ts';
import { dayOfNumber, readMoment, readMomentOf } from '../day-format.ts';
import { guessValue } from './guess-codes.ts';
import { guessDays } from './guess-days.ts';
import { likenessToAny } from './likeness.ts';
import { profileOfValues } from './profile-of-values.fixture.ts';

const day = fc.integer({ min: -20_000, max: 25_000 });
const two = (value: number): string => String(value).padStart(2, '0');
const partsOf = (number: number) => {
  const [year = 0, month = 0, date = 0] = dayOfNumber(number).split('-').map(Number);
  return { year, month, date };
};

const writers = {
  'year-first': ({ year, month, date }) => `${year}-${two(month)}-${two(date)}`,
  'month-first': ({ year, month, date }) => `${month}/${date}/${year}`,
  'day-first': ({ year, month, date }) => `${two(date)}.${two(month)}.${year}`,
  compact: ({ year, month, date }) => `${year}${two(month)}${two(date)}`,
  'day-month-name': ({ year, month, date }) =>
    `${date}-${['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'][month - 1]}-${year}`,
  'month-name-day': ({ year, month, date }) =>
    `${['Jan', 'Feb', 'March', 'Apr', 'May', 'June', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'][month - 1]} ${date}, ${year}`,
} satisfies Record<string, (parts: ReturnType<typeof partsOf>) => string>;

const formats = Object.keys(writers) as (keyof typeof writers)[];
const orders = ['month-first', 'day-first'];

describe('days', () => {
  test('each way of writing reads back the day it wrote, with and without a time', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...formats), (number, format) => {
        const text = writers[format](partsOf(number));
        expect(readMoment(text, format)).toEqual({ day: number, time: null });
        expect(readMoment(`${text} 00:00:00`, format)).toEqual({ day: number, time: null });
        expect(readMoment(`${text} 1:05 PM`, format)).toEqual({ day: number, time: 47_100_000_000 });
      }),
    );
  });

  test('days as Excel counts them', () => {
    expect(readMoment('46022', 'excel-serial')).toEqual({ day: 20_453, time: null });
    expect(dayOfNumber(20_453)).toBe('2025-12-31');
    expect(readMoment('46022.5', 'excel-serial')?.time).toBe(43_200_000_000);
    expect(readMoment('60', 'excel-serial')).toBeNull();
  });

  test('no day of the calendar, two figures for a year and a wrong clock are none', () => {
    expect(readMoment('02/30/2025', 'month-first')).toBeNull();
    expect(readMoment('13/01/2025', 'month-first')).toBeNull();
    expect(readMoment('01/02/25', 'month-first')).toBeNull();
    expect(readMoment('2025-01-02 25:00', 'year-first')).toBeNull();
    expect(readMoment('2025-01-02 13:00 PM', 'year-first')).toBeNull();
  });

  test('year first is read beside every format: that is how date cells come', () => {
    expect(readMomentOf('2025-12-31', 'month-first')?.day).toBe(20_453);
    expect(readMomentOf('12/31/2025', 'year-first')).toBeNull();
  });

  test('a column in one format is known by its values; the order of day and month is asked unless a value decides it', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...formats),
        (days, format) => {
          const guess = guessDays(profileOfValues(days.map((number) => writers[format](partsOf(number)))));
          const isDecided = days.some((number) => partsOf(number).date > 12);
          if (orders.includes(format) && !isDecided)
            expect(guess).toEqual({ kind: 'ask', between: ['month-first', 'day-first'] });
          else expect(guess).toEqual({ kind: 'sure', format });
        },
      ),
    );
  });

  test('both orders in one column are asked about, whatever there is more of', () => {
    const mixed = profileOfValues([...Array<string>(50).fill('12/31/2025'), '31/12/2025']);
    expect(guessDays(mixed).kind).toBe('ask');
  });

  test('names and numbers are no days', () => {
    expect(guessDays(profileOfValues(['Alder', 'Birch', 'C000012'])).kind).toBe('none');
  });
});

describe('names', () => {
  test.each([
    ['CLNT_ID', ['client id']],
    ['ClientNumber', ['client id']],
    ['Removal Dt', ['removal date']],
    ['Exit Reason Cd', ['exit reason']],
  ])('%s', (name, known) => {
    expect(likenessToAny(name, known)).toBe(1);
  });
});

describe('codes', () => {
  const column = (table: string, name: string) => {
    const found = packageFiles.find((file) => file.table === table)?.columns.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return found;
  };
  test.each([
    ['removals', 'discharge_reason', 'Living with Other Relative(s)', 'living_with_relative'],
    ['removals', 'discharge_reason', '3', undefined],
    ['placements', 'setting', 'FOSTER_HOME_KIN', 'foster_home_kin'],
    ['reports', 'disposition', 'Unfounded', 'unsubstantiated'],
    ['children', 'sex', 'f', 'female'],
    ['children', 'black', 'White; Black/African American', '1'],
    ['children', 'asian', 'White; Black/African American', '0'],
    ['children', 'white', 'Declined', ''],
    ['children', 'white', 'Martian', undefined],
    ['children', 'hispanic', 'Not Hispanic', '0'],
    ['reports', 'unborn', 'Y', '1'],
  ])('%s.%s: %s', (table, name, value, becomes) => {
    expect(guessValue(column(table, name), value)).toBe(becomes);
  });
});
