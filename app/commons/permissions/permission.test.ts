import { expect, test } from 'vitest';
import type { Assignment } from './actor.ts';
import { definePolicy, isAllowed, whoCan } from './permission.ts';

const policy = definePolicy({
  read: { mayBeDoneBy: ['analyst', 'leader', 'administrator'], inWords: 'read', reach: 'below' },
  burn: { mayBeDoneBy: ['administrator'], inWords: 'burn', at: 'state' },
  change: { mayBeDoneBy: ['leader', 'administrator'], inWords: 'change' },
  never: { mayBeDoneBy: [], inWords: 'do that' },
});

const analyst: Assignment = { role: 'analyst', place: 'state' };
const countyAdministrator: Assignment = { role: 'administrator', place: 'county:Alder' };

test('one role of several is enough, none is not', () => {
  expect(isAllowed([analyst, { role: 'administrator', place: 'state' }], policy.burn)).toBe(true);
  expect(isAllowed([analyst], policy.burn)).toBe(false);
  expect(isAllowed([], policy.read)).toBe(false);
});

test('a role and a place belong together: one person’s two do not mix', () => {
  const held: Assignment[] = [analyst, { role: 'leader', place: 'county:Alder' }];
  expect(isAllowed(held, policy.change, 'county:Alder')).toBe(true);
  expect(isAllowed(held, policy.change, 'state')).toBe(false);
  expect(isAllowed([countyAdministrator], policy.burn)).toBe(false);
});

test('who can, in words', () => {
  expect(whoCan(policy.read)).toBe('An analyst, a leader or an administrator can.');
  expect(whoCan(policy.burn)).toBe('An administrator can.');
  expect(whoCan(policy.never)).toBe('Nobody can.');
});
