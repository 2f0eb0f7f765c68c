import { expect, test } from 'vitest';
import { differenceSentence, gapSentence, wishOf, youWant } from './value-sentences.ts';

test('a value is spoken of in the second person, or quoted', () => {
  expect(youWant('We want children home with their families.')).toBe(
    'You want children home with their families.',
  );
  expect(youWant('No child waits alone.')).toBe('You say: “No child waits alone.”');
  expect(wishOf('We want every child safe: with us, and at home.')).toBe(
    'every child safe: with us, and at home',
  );
});

test('gaps are sentences without blame', () => {
  expect(gapSentence({ kind: 'not-reviewed', statement: 'We want children home.' })).toBe(
    'You want children home. Nothing you reviewed in the last quarter measures it.',
  );
  expect(gapSentence({ kind: 'unmeasured', statement: 'We want families heard.' })).toBe(
    'You want families heard. Nothing measures it.',
  );
  expect(gapSentence({ kind: 'unvalued', title: 'Reported again', beside: ['Entries', 'Kin first'] })).toBe(
    '“Reported again” is on the board beside “Entries” and “Kin first”. No value says why it matters.',
  );
});

test('the largest difference is one sentence', () => {
  const parts = differenceSentence({
    statement: 'We want children home with their families.',
    kind: 'minutes',
    said: 'first',
    share: '9%',
    since: 'July',
  });
  expect(parts.join('')).toBe(
    'You ranked children home with their families first. It had 9% of review time since July.',
  );
});
