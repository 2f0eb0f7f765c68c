import { expect, test } from 'vitest';
import { breakdownsOf, jsonInOrder } from './groups-in-order.ts';

const nothing = { numerator: null, denominator: null, value: null, interval: null };
const age = Object.fromEntries(['0-3 months', '1-5', '17', 'unknown'].map((band) => [band, nothing]));

test('17 comes after the younger, in lists and in JSON, though objects put it first', () => {
  expect(Object.keys(age)[0]).toBe('17');
  const [ages] = breakdownsOf({ by: { age } });
  expect(ages?.groups.map(([band]) => band)).toEqual(['0-3 months', '1-5', '17', 'unknown']);
  const json = jsonInOrder({ by: { age } });
  expect([...json.matchAll(/"([^"]+)": \{\n\s+"numerator"/g)].map(([, band]) => band)).toEqual([
    '0-3 months',
    '1-5',
    '17',
    'unknown',
  ]);
  expect(JSON.parse(json)).toEqual({ by: { age } });
});
