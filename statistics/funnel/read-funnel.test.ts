import { expect, test } from 'vitest';
import { readFunnel } from './read-funnel.ts';

/** Twenty counties at 38%, as near as whole children allow. */
const alike = Array.from({ length: 20 }, (_, index) => {
  const denominator = 40 + 35 * index;
  return { numerator: Math.round(0.38 * denominator), denominator };
});

const flags = (counts: typeof alike): (string | null)[] =>
  readFunnel('share', counts)?.units.map(({ flag }) => flag) ?? [];

test('counties alike: nobody stands out', () => {
  expect(flags(alike).every((flag) => flag === null)).toBe(true);
  expect(readFunnel('share', alike)?.betweenVariance).toBe(0);
});

test('one that truly differs is flagged, on its side', () => {
  const lower = alike.with(15, { numerator: Math.round(0.24 * 565), denominator: 565 });
  expect(flags(lower).filter((flag) => flag !== null)).toEqual(['below']);
  expect(flags(lower)[15]).toBe('below');
  const higher = alike.with(15, { numerator: Math.round(0.55 * 565), denominator: 565 });
  expect(flags(higher)[15]).toBe('above');
});

test('where all differ much, ordinary difference is not called out', () => {
  const differing = alike.map(({ denominator }, index) => ({
    numerator: Math.round((0.38 + (index % 2 ? 0.09 : -0.09)) * denominator),
    denominator,
  }));
  const reading = readFunnel('share', differing);
  expect(reading?.betweenVariance).toBeGreaterThan(0);
  expect(reading?.units.every(({ flag }) => flag === null)).toBe(true);
});

test('counties of two or three children do not make all others look different', () => {
  const tiny = [0, 2, 0, 3, 1, 2].map((numerator) => ({ numerator, denominator: 3 }));
  expect(readFunnel('share', [...alike, ...tiny])?.betweenVariance).toBe(0);
});

test('rates: a county without an event is no error, and far from many expected it is flagged', () => {
  const rates = Array.from({ length: 12 }, () => ({ numerator: 30, denominator: 10_000 }));
  const reading = readFunnel('rate', rates.with(3, { numerator: 0, denominator: 10_000 }));
  expect(reading?.units[3]?.flag).toBe('below');
  expect(reading?.units.filter(({ flag }) => flag !== null)).toHaveLength(1);
});

test('one unit, nobody, everybody: no funnel', () => {
  expect(readFunnel('share', alike.slice(0, 1))).toBeNull();
  expect(readFunnel('share', [])).toBeNull();
  expect(
    readFunnel(
      'share',
      alike.map((one) => ({ ...one, numerator: 0 })),
    ),
  ).toBeNull();
  expect(
    readFunnel(
      'share',
      alike.map((one) => ({ ...one, numerator: one.denominator })),
    ),
  ).toBeNull();
});
