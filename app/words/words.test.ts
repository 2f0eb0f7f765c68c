import { expect, test } from 'vitest';
import { measureIds } from '../rooms/measures/public.ts';
import { countedSentence, inFlightSentence } from './figure-sentence.ts';
import { groupText } from './groups.ts';
import { measurePhrases } from './measure-phrases.ts';
import { type Standing, standingSentence } from './standing-sentence.ts';

const standing = (over: Partial<Standing>): Standing => ({
  measureId: 'P1',
  measureTitle: 'Permanency in 12 months',
  amount: 'enough',
  change: null,
  ...over,
});

test('every measure can say that it rises, falls and stays', () => {
  expect(Object.keys(measurePhrases).sort()).toEqual([...measureIds].sort());
  const all = Object.values(measurePhrases).flatMap(({ more, fewer, same }) => [more, fewer, same]);
  expect(new Set(all).size).toBe(3 * measureIds.length);
});

test('none of the words we do not use', () => {
  const said = Object.values(measurePhrases).flatMap(({ more, fewer, same, counted }) => [
    more,
    fewer,
    same,
    counted('1', '2'),
  ]);
  for (const sentence of said)
    expect(sentence).not.toMatch(/fail|worst|offender|corrective|\bcases?\b|ranked/i);
});

test('how it moves and since when, or why nothing is said', () => {
  const change = { isUp: false, sinceMonth: 'March 2025', isSustained: true };
  expect(standingSentence(standing({ change }))).toBe(
    'Fewer children leave care to a permanent family within a year, since about March 2025',
  );
  expect(standingSentence(standing({ change: { ...change, isUp: true, isSustained: false } }))).toBe(
    'More children leave care to a permanent family within a year: an early sign, from about March 2025',
  );
  expect(standingSentence(standing({}))).toMatch(/^As many children as before/);
  expect(standingSentence(standing({ amount: 'absent' }))).toBe(
    'Permanency in 12 months: our files cannot say',
  );
  expect(standingSentence(standing({ amount: 'few', change }))).toMatch(/too few to say/);
  expect(standingSentence(standing({ measureId: 'X9', change }))).toBe(
    'Permanency in 12 months: falling, since about March 2025',
  );
});

test('a figure in flight says so, and when it will be final', () => {
  const figure = { measureId: 'P5', numerator: '1,845', denominator: '433,918', window: 'Sep 2025–Aug 2026' };
  expect(countedSentence({ ...figure, isFinal: false })).toBe(
    'in flight, 1,845 moves in 433,918 days in care, Sep 2025–Aug 2026',
  );
  expect(inFlightSentence('September 2025', '30 Sep 2027')).toContain('final after 30 Sep 2027');
  expect(inFlightSentence(null, '30 Sep 2027')).toContain('No month is final yet.');
  expect(inFlightSentence('September 2025', null)).toBeNull();
});

test('groups by their names', () => {
  expect(groupText('age', '11-16')).toBe('11–16 years');
  expect(groupText('age', '0-3 months')).toBe('0–3 months');
  expect(groupText('county', 'unknown')).toBe('Not known');
  expect(groupText('county', 'Kingcup')).toBe('Kingcup');
});
