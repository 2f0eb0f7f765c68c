import { expect, test } from 'vitest';
import { definePolicy, isAllowed, whoCan } from './permission.ts';

const policy = definePolicy({
  read: { mayBeDoneBy: ['analyst', 'administrator'], inWords: 'read' },
  burn: { mayBeDoneBy: ['administrator'], inWords: 'burn' },
  never: { mayBeDoneBy: [], inWords: 'do that' },
});

test('one role of several is enough, none is not', () => {
  expect(isAllowed(['analyst', 'administrator'], policy.burn)).toBe(true);
  expect(isAllowed(['analyst'], policy.burn)).toBe(false);
  expect(isAllowed([], policy.read)).toBe(false);
});

test('who can, in words', () => {
  expect(whoCan(policy.read)).toBe('An analyst or an administrator can.');
  expect(whoCan(policy.burn)).toBe('An administrator can.');
  expect(whoCan(policy.never)).toBe('Nobody can.');
});
