import { expect, test } from 'vitest';
import { limitsAround } from './limits.ts';
import { type Rule, signalsOf } from './rules.ts';

/** Mean 0, near limits ±2, limits ±3. */
const flagged = (rule: Rule, values: number[]): string =>
  signalsOf(values.map((value) => ({ value, limits: limitsAround(0, 1) })))
    .map((signals) => signals.find((signal) => signal.rule === rule)?.side)
    .map((side) => (side === 'above' ? '+' : side === 'below' ? '-' : '.'))
    .join('');

test.each<[Rule, string, number[], string]>([
  ['outside', 'strictly beyond a limit', [3.1, -3.1, 2.9], '+-.'],
  ['outside', 'on a limit is not beyond it', [3, -3, 3 + 1e-10], '...'],
  ['trend', 'seven rising', [1, 2, 3, 4, 5, 6, 7], '+++++++'],
  ['trend', 'six rising are too few', [1, 2, 3, 4, 5, 6, 5], '.......'],
  ['trend', 'seven falling, then up', [7, 6, 5, 4, 3, 2, 1, 2], '-------.'],
  ['trend', 'a tie inside neither adds nor breaks, and is flagged', [1, 2, 3, 3, 4, 5, 6, 7], '++++++++'],
  ['trend', 'a tie does not count as a step', [1, 2, 3, 3, 4, 5, 6], '.......'],
  ['trend', 'ties at the ends are not inside', [1, 1, 2, 3, 4, 5, 6, 7, 7], '.+++++++.'],
  ['trend', 'eight rising are flagged, all of them', [1, 2, 3, 4, 5, 6, 7, 8], '++++++++'],
  ['two-of-three', 'two beyond the near limit, the third on their side', [2.5, 0.5, 2.5], '+.+'],
  ['two-of-three', 'the third on the other side', [2.5, -0.5, 2.5], '...'],
  ['two-of-three', 'the third on the mean', [2.5, 0, 2.5], '...'],
  ['two-of-three', 'beyond the outer limit counts', [3.5, 0.5, 2.5], '+.+'],
  ['two-of-three', 'on the near limit does not count', [2, 0.5, 2.5], '...'],
  ['two-of-three', 'below', [-0.1, -2.1, -2.2], '.--'],
  ['two-of-three', 'two points are not three', [2.5, 2.5], '..'],
  ['shift', 'seven above', [1, 1, 1, 1, 1, 1, 1], '+++++++'],
  ['shift', 'six are too few', [1, 1, 1, 1, 1, 1, -1], '.......'],
  ['shift', 'a point on the mean breaks it', [1, 1, 1, 0, 1, 1, 1, 1], '........'],
  ['shift', 'nine below', [1, -1, -1, -1, -1, -1, -1, -1, -1, -1], '.---------'],
])('%s: %s', (rule, _, values, expected) => {
  expect(flagged(rule, values)).toBe(expected);
});

test('a point can carry several signals, each once', () => {
  const values = [-1, -2.5, -2.6, -1, -1, -1, -3.5];
  const last = signalsOf(values.map((value) => ({ value, limits: limitsAround(0, 1) }))).at(-1);
  expect(last).toEqual([
    { rule: 'outside', side: 'below' },
    { rule: 'shift', side: 'below' },
  ]);
});

test('no points, no signals', () => {
  expect(signalsOf([])).toEqual([]);
});
