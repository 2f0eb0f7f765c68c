import { expect, test } from 'vitest';
import { NotAllowed } from '../../platform/errors.ts';
import type { Actor } from './actor.ts';
import { definePolicy } from './permission.ts';
import { checkGenuine, isWithin, type Scope, scopeFor, systemScope } from './scope.ts';

const policy = definePolicy({
  'letters.read': { mayBeDoneBy: ['analyst', 'administrator'], inWords: 'read letters' },
  'letters.burn': { mayBeDoneBy: ['administrator'], inWords: 'burn letters' },
});

const analyst: Actor = { id: 'a1', agency: 'Juniper', assignments: [{ role: 'analyst', place: 'state' }] };
const needsBurn = (scope: Scope<'letters.burn'>): string => scope.because;

test('a scope says who asked for what', () => {
  const scope = scopeFor(analyst, policy['letters.read']);
  expect(scope).toMatchObject({
    actorId: 'a1',
    roles: ['analyst'],
    places: ['state'],
    because: 'letters.read',
    isSystem: false,
  });
  expect(() => checkGenuine(scope)).not.toThrow();
});

test('who may not is told who can', () => {
  expect(() => scopeFor(analyst, policy['letters.burn'])).toThrow(
    expect.objectContaining({
      name: 'NotAllowed',
      message: 'You may not burn letters.',
      whoCan: 'An administrator can.',
    }),
  );
  expect(() => scopeFor({ ...analyst, assignments: [] }, policy['letters.read'])).toThrow(NotAllowed);
});

test('one scope does not stand for another, and the system’s stands for all', () => {
  const reading = scopeFor(analyst, policy['letters.read']);
  // @ts-expect-error a scope for reading does not prove the right to burn
  expect(needsBurn(reading)).toBe('letters.read');
  expect(needsBurn(systemScope('a test'))).toBe('a test');
});

test('a made-up scope is refused', () => {
  // @ts-expect-error only scope.ts can make one
  const forged: Scope<'letters.burn'> = { actorId: 'x', roles: ['system'], agency: '', because: '' };
  expect(() => checkGenuine(forged)).toThrow('was not made by');
  expect(() => checkGenuine({ ...systemScope('a test') })).toThrow('was not made by');
});

test('a scope for one place is for no other, and says where it may not', () => {
  const held: Actor = { ...analyst, assignments: [{ role: 'analyst', place: 'county:Alder' }] };
  const scope = scopeFor(held, policy['letters.read'], 'unit:Alder/Alder 2');
  expect(isWithin(scope, 'unit:Alder/Alder 2')).toBe(true);
  expect(isWithin(scope, 'county:Alder')).toBe(false);
  expect(() => scopeFor(held, policy['letters.read'], 'county:Birch')).toThrow('read letters at Birch.');
});
