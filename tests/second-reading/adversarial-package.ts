/** A package in which many children's edges collide; one staging covers them all. */
import fc from 'fast-check';
import { adversarialChild } from './adversarial-child.ts';
import { adversarialRows, type Surroundings } from './adversarial-rows.ts';
import type { CaseRows } from './case-rows.ts';

const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  lacks: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.subarray([
        ...(['placements', 'reports', 'visits', 'investigations', 'population'] as const),
      ]),
    },
  ),
  years: fc.subarray([2022, 2023, 2024], { minLength: 0 }),
  offBy: fc.constantFrom(null, -1, 0, 1),
});

export const adversarialPackage = (children: number): fc.Arbitrary<CaseRows> =>
  fc
    .tuple(fc.array(adversarialChild, { minLength: 1, maxLength: children, size: 'max' }), surroundings)
    .map(([histories, around]) => adversarialRows(histories, around));
