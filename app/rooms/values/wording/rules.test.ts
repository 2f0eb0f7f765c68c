import { expect, test } from 'vitest';
import type { ValueWords } from '../forms.ts';
import { notesOn } from './rules.ts';

const good: ValueWords = {
  statement: 'We want children home with their families whenever that is safe.',
  why: 'Being taken from home hurts, even when it has to be.',
  wouldSee: 'Fewer children would be taken from home, and more would live with relatives.',
  ownerRole: 'Director of Permanency',
  askedGroups: ['parents', 'youth'],
  askedWhen: 'Spring 2026',
};

const saidOf = (change: Partial<ValueWords>): string[] =>
  notesOn({ ...good, ...change }).map(({ field, says }) => `${field}: ${says}`);

test('a wish in plain words, with people in it, needs no note', () => {
  expect(notesOn(good)).toEqual([]);
  expect(
    saidOf({ statement: 'When a child must leave home, it is as short as is safe and family ties last.' }),
  ).toEqual([]);
});

test.each<[string, Partial<ValueWords>, RegExp]>([
  ['an activity', { statement: 'We will visit every child in care.' }, /says what you do, not what you want/],
  ['an activity of staff', { statement: 'Caseworkers complete visits with children.' }, /says what you do/],
  ['no wish', { statement: 'Safe children in strong families.' }, /Does it say a wish/],
  ['nobody in it', { statement: 'We want timely investigations.' }, /Nobody is in this sentence/],
  ['a target', { statement: 'We want 95% of children seen each month.' }, /holds a number/],
  ['a long one', { statement: `We want children ${'and families well '.repeat(9)}` }, /has 30 words/],
  ['words of the trade', { statement: 'We want permanency for children.' }, /a permanent family/],
  ['what staff would do', { wouldSee: 'More visits and trainings would be completed.' }, /would a child or/],
  ['a person', { ownerRole: 'Dana Whitfield' }, /looks like a name/],
  ['nobody asked', { askedGroups: [] }, /Nobody is said to have been asked/],
  ['asked, but when', { askedWhen: ' ' }, /When were they asked/],
])('%s is noted, gently', (_, change, expected) => {
  expect(saidOf(change).join('\n')).toMatch(expected);
});

test('a role is no name, and what is missing is not judged', () => {
  expect(saidOf({ ownerRole: 'Deputy Director' })).toEqual([]);
  expect(saidOf({ statement: '', why: '', wouldSee: '', ownerRole: '' })).toEqual([]);
});
