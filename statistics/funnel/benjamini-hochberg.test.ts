import { expect, test } from 'vitest';
import { confirmedInR } from '../confirmed-in-r/confirmed.fixture.ts';
import { falseDiscoveryShares } from './benjamini-hochberg.ts';

const vector = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205];

test.each(confirmedInR('false-discovery-shares.csv'))('$call', ({ numbers: [place = 0, value = 0] }) => {
  expect(falseDiscoveryShares(vector)[place - 1]).toBeCloseTo(value, 12);
  const backwards = falseDiscoveryShares(vector.toReversed()).toReversed();
  expect(backwards[place - 1], 'in any order').toBeCloseTo(value, 12);
});

test('nobody asked, nobody believed', () => {
  expect(falseDiscoveryShares([])).toEqual([]);
});
