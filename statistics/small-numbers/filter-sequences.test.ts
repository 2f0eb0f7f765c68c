/** Whatever is asked, in whatever order: everything that could ever be shown of a year gives away no hidden cell. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Known, rangesByProgram } from './attacker.fixture.ts';
import {
  type Atom,
  knownOf,
  type Place,
  type Published,
  placesOf,
  publicationOf,
} from './publication.fixture.ts';
import { type CountRange, isWellHidden, usualRule } from './small-cell-rule.ts';

const races: readonly (readonly [race: string, isAny: boolean])[] = [
  ['native', true],
  ['two', true],
  ['two', false],
  ['hispanic', true],
  ['hispanic', false],
  ['white', false],
];

/** Mostly small, some large, some nobody: as in counties. */
const counts = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 40, max: 300 }) },
);

const statesOf = (fewestCounties: number): fc.Arbitrary<Atom[]> =>
  fc
    .record({ counties: fc.integer({ min: fewestCounties, max: 5 }), ages: fc.integer({ min: 2, max: 3 }) })
    .chain(({ counties, ages }) => {
      const groups = Array.from({ length: counties * ages * races.length }, (_, index) => {
        const [race, isAny] = races[index % races.length] ?? ['white', false];
        const place = Math.floor(index / races.length);
        return {
          county: `county ${place % counties}`,
          unit: `unit ${(index * 7 + place) % 3 === 0 ? 1 : 2}`,
          age: `age ${Math.floor(place / counties)}`,
          race,
          isAny,
        };
      });
      return fc
        .array(fc.tuple(counts, counts), { minLength: groups.length, maxLength: groups.length })
        .map((pairs) =>
          groups.map((group, index) => ({
            ...group,
            events: pairs[index]?.[0] ?? 0,
            others: pairs[index]?.[1] ?? 0,
          })),
        );
    });

/** A zero may be told: where a sum is shown as none, so are its parts. */
const isToldByNone = (target: Published, shown: readonly Known[]): boolean =>
  shown.some(({ atoms, count }) => count === 0 && target.atoms.every((atom) => atoms.includes(atom)));

/**
 * What a place's people still have to find out: their own children are no target, and each number of them is known. People
 * of a unit do not know that nobody like theirs lives in the rest of the county.
 */
const restOf = (atoms: readonly Atom[], all: readonly Published[], place: Place) => ({
  atoms: atoms.map((atom) => (place.knows(atom) ? { ...atom, events: 0, others: 0 } : atom)),
  figures: all.map((figure) => ({
    ...figure,
    atoms: figure.atoms.filter((atom) => place.unit !== null || !place.knows(atoms[atom] as Atom)),
  })),
});

/** The hidden targets that an attacker who has seen some of all figures can tell. */
const recovered = (
  atoms: readonly Atom[],
  all: readonly Published[],
  seen: readonly Published[],
  targets: readonly Published[],
): string[] =>
  (['events', 'others'] as const).flatMap((side) => {
    const shown = knownOf(atoms, all, side);
    const known = knownOf(atoms, seen, side);
    const hidden = targets.filter(
      (target) => !target.isShown && target.atoms.length > 0 && !isToldByNone(target, shown),
    );
    const ranges = rangesByProgram(
      hidden.map(({ atoms: wanted }) => wanted),
      known,
    );
    return hidden.flatMap(({ key }, index) =>
      isWellHidden(ranges[index] as CountRange, usualRule) ? [] : [`${side} of ${key}`],
    );
  });

test('no sequence of filters recovers a hidden cell', () => {
  fc.assert(
    fc.property(statesOf(2), fc.infiniteStream(fc.nat()), (atoms, chance) => {
      const all = publicationOf(atoms, 'whole rule');
      const pick = (list: readonly Published[]): Published[] =>
        list.filter(() => (chance.next().value ?? 0) % 3 > 0);
      expect(recovered(atoms, all, pick(all), pick(all))).toEqual([]);
      expect(recovered(atoms, all, all, all)).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('nor do people of a county or a unit, who know every child of their own', () => {
  fc.assert(
    fc.property(statesOf(3), fc.nat(), (atoms, chance) => {
      const all = publicationOf(atoms, 'insiders too');
      const places = placesOf(atoms);
      const place = places[chance % places.length] as Place;
      const { atoms: left, figures } = restOf(atoms, all, place);
      expect(recovered(left, figures, figures, figures)).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('where insiders are not thought of, one of two hidden counties finds the other', () => {
  const line = (county: string, events: number): Atom => ({
    ...{ county, age: '1-5', race: 'white', isAny: false },
    ...{ events, others: 10 * events },
  });
  const atoms = [line('A', 6), line('B', 9), line('C', 80), line('D', 90)];
  const [own] = placesOf(atoms);
  const found = (guard: 'whole rule' | 'insiders too'): string[] => {
    const { figures } = restOf(atoms, publicationOf(atoms, guard), own as Place);
    return recovered(atoms, figures, figures, figures);
  };
  expect(found('whole rule')).toContain('events of B');
  expect(found('insiders too')).toEqual([]);
});
