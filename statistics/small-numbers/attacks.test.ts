/**
 * The known ways to a hidden number, by name. Each is tried twice: where only small cells are left out it finds the
 * number, so that the test can fail; under the whole rule it does not.
 */
import { expect, test } from 'vitest';
import { type Known, rangeByProgram } from './attacker.fixture.ts';
import { finestRhythms } from './finest-rhythms.ts';
import { hiddenGroups } from './hidden-groups.ts';
import { type Atom, type Guard, knownOf, publicationOf } from './publication.fixture.ts';
import { releaseDecision } from './release-decision.ts';
import { shownDigits } from './shown-digits.ts';
import {
  type CellFigure,
  type CountRange,
  isTooSmall,
  isWellHidden,
  protectedCounts,
  usualRule,
} from './small-cell-rule.ts';
import { wilsonInterval } from './wilson-interval.ts';

const share = (events: number, of: number): CellFigure => ({ kind: 'share', events, of });

type Line = readonly [county: string, age: string, race: string, isAny: boolean, events: number, of: number];

const atomsOf = (lines: readonly Line[]): Atom[] =>
  lines.map(([county, age, race, isAny, events, of]) => ({
    county,
    age,
    race,
    isAny,
    events,
    others: of - events,
  }));

/** What an attacker finds out about children of a kind, from everything shown. */
const told = (guard: Guard, atoms: readonly Atom[], kind: (atom: Atom) => boolean): CountRange =>
  rangeByProgram(
    atoms.flatMap((atom, index) => (kind(atom) ? [index] : [])),
    knownOf(atoms, publicationOf(atoms, guard), 'events'),
  );

const expectFoundOnlyBySizeAlone = (
  atoms: readonly Atom[],
  kind: (atom: Atom) => boolean,
  found: CountRange,
): void => {
  expect(told('small cells only', atoms, kind)).toEqual(found);
  expect(told('whole rule', atoms, kind)).toSatisfy((range: CountRange) => isWellHidden(range, usualRule));
};

test('the state minus every other county', () => {
  const atoms = atomsOf([
    ['A', '1-5', 'white', false, 4, 60],
    ['B', '1-5', 'white', false, 30, 90],
    ['C', '1-5', 'white', false, 50, 150],
  ]);
  expectFoundOnlyBySizeAlone(atoms, ({ county }) => county === 'A', { least: 4, most: 4 });
});

test('a row or a column minus its other cells', () => {
  const atoms = atomsOf(
    ['A', 'B', 'C'].flatMap((county) =>
      ['1-5', '6-10', '11-16'].map((age): Line => {
        const isSmall = county === 'B' && age === '6-10';
        return [county, age, 'white', false, isSmall ? 4 : 40, 90];
      }),
    ),
  );
  const isSmall = ({ county, age }: Atom): boolean => county === 'B' && age === '6-10';
  expectFoundOnlyBySizeAlone(atoms, isSmall, { least: 4, most: 4 });
});

test('two hidden cells that together are 3', () => {
  const atoms = atomsOf([
    ['A', '1-5', 'white', false, 1, 60],
    ['B', '1-5', 'white', false, 2, 70],
    ['C', '1-5', 'white', false, 50, 150],
    ['D', '1-5', 'white', false, 60, 160],
  ]);
  expectFoundOnlyBySizeAlone(atoms, ({ county }) => county === 'A', { least: 0, most: 3 });
});

test('a filter minus another: Native children at all minus Native children alone', () => {
  const atoms = atomsOf(
    ['A', 'B', 'C', 'D'].flatMap((county): Line[] => [
      [county, '1-5', 'native', true, 40, 90],
      [county, '1-5', 'two', true, county === 'A' ? 4 : 20, 60],
      [county, '1-5', 'two', false, 30, 60],
      [county, '1-5', 'hispanic', false, 60, 160],
      [county, '1-5', 'white', false, 90, 200],
    ]),
  );
  const inCombination = ({ county, race, isAny }: Atom): boolean => county === 'A' && race === 'two' && isAny;
  expectFoundOnlyBySizeAlone(atoms, inCombination, { least: 4, most: 4 });
});

const monthly = [
  2, 14, 12, 15, 13, 12, 14, 11, 12, 13, 12, 14, 9, 12, 13, 12, 11, 14, 12, 13, 12, 13, 11, 12,
];
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

test('one rolling window minus the one before', () => {
  const window = (from: number, months: number): Known => {
    const atoms = monthly.map((_, month) => month).slice(from, from + months);
    return { atoms, count: sum(atoms.map((month) => monthly[month] ?? 0)) };
  };
  const difference = window(1, 12).count - window(0, 12).count;
  expect((monthly[0] ?? 0) + difference).toBe(monthly[12]);
  const place = monthly.map((events) => share(events, 3 * events));
  const { places } = finestRhythms({ small: { month: place }, other: { month: place } });
  expect(places.small).toBe('quarter');
  const quarters = Array.from({ length: 8 }, (_, at) => window(3 * at, 3));
  expect(isWellHidden(rangeByProgram([12], quarters), usualRule)).toBe(true);
});

test('a month of the state minus that month of every county that shows months', () => {
  const every = (events: number) => ({ month: Array.from({ length: 12 }, () => share(events, 3 * events)) });
  const counties = { city: every(40), town: every(30), valley: every(5) };
  const state = 75;
  expect(state - 40 - 30).toBe(5);
  const { places } = finestRhythms(counties);
  expect(Object.values(places).filter((rhythm) => rhythm !== 'month')).toHaveLength(2);
});

const percentText = (value: number, digits: number): string => (100 * value).toFixed(digits);

test('a percentage times a denominator known from elsewhere', () => {
  const behind = Array.from({ length: 41 }, (_, events) => events).filter(
    (events) => percentText(events / 40, 0) === '10',
  );
  expect(behind).toEqual([4]);
  expect(shownDigits(share(4, 40))).toEqual({ afterPoint: 0 });
  const { hidden } = hiddenGroups({ A: share(4, 40), B: share(30, 90), C: share(50, 150) });
  expect([...hidden]).toEqual(['A', 'B']);
});

test('an interval and a value, of which only one pair of counts is the origin', () => {
  const shownAs = (events: number, of: number): string =>
    [events / of, ...wilsonInterval(events, of)].map((value) => percentText(value, 1)).join();
  const origins: string[] = [];
  for (let of = 1; of <= 400; of += 1) {
    for (let events = 0; events <= of; events += 1) {
      if (shownAs(events, of) === shownAs(4, 60)) origins.push(`${events} of ${of}`);
    }
  }
  expect(origins).toEqual(['4 of 60']);
  expect(isTooSmall(share(4, 60), usualRule)).toBe(true);
});

test('what all of a group have in common is known of each', () => {
  expect(protectedCounts(share(0, 40))).toEqual([0, 40]);
  expect(isTooSmall(share(0, 40), { ...usualRule, homogeneous: 'show' })).toBe(false);
  expect(isTooSmall(share(0, 40), usualRule)).toBe(true);
  expect(isTooSmall(share(40, 40), usualRule)).toBe(true);
});

const sums = [{ total: 'state', parts: ['A', 'B', 'C', 'D'] }];
const march = { state: share(200, 600), A: share(40, 100), B: share(60, 200) };

test('a revised release minus the one before: a record keyed late', () => {
  expect(releaseDecision([march], march, sums)).toEqual({ decision: 'same', because: [] });
  const late = { ...march, state: share(201, 601), A: share(41, 101) };
  expect(releaseDecision([march], late, sums, new Set(['state']))).toEqual({
    decision: 'hold',
    because: ['A'],
  });
  const later = { ...march, state: share(215, 640), A: share(55, 140) };
  expect(releaseDecision([march], later, sums, new Set(['state']))).toEqual({
    decision: 'release',
    because: [],
  });
});

test('a revised release whose change is only in what is left out', () => {
  const late = { ...march, state: share(203, 603) };
  expect(releaseDecision([march], late, sums, new Set(['state']))).toEqual({
    decision: 'hold',
    because: ['state'],
  });
});

test('a release minus an older one than the last', () => {
  const second = { ...march, state: share(220, 640), A: share(60, 140) };
  const third = { ...march, state: share(201, 601), A: share(41, 101) };
  expect(releaseDecision([second], third, sums).decision).toBe('release');
  expect(releaseDecision([march, second], third, sums).decision).toBe('hold');
});

test('a cell left out now that an older release shows', () => {
  const { A: _, ...now } = { ...march, state: share(200, 600) };
  expect(releaseDecision([march], now, sums)).toEqual({ decision: 'hold', because: ['A'] });
});
