import { expect, test } from 'vitest';
import { measureIds } from '../rooms/measures/public.ts';
import { differencesSentence } from './disparity-sentence.ts';
import { countedSentence, inFlightSentence } from './figure-sentence.ts';
import { compareGroups, groupText } from './groups.ts';
import { measurePhrases } from './measure-phrases.ts';
import { type Standing, standingSentence } from './standing-sentence.ts';
import { movementSentence, variationSentence } from './variation-sentence.ts';

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

test('groups stand in their own order: ages as they come, names by name, not known last', () => {
  const ages = ['17', '6-10', 'unknown', '0-3 months', '11-16'];
  expect(ages.toSorted(compareGroups('age'))).toEqual(['0-3 months', '6-10', '11-16', '17', 'unknown']);
  expect(['Alder 10', 'unknown', 'Alder 2', 'Birch'].toSorted(compareGroups('unit'))).toEqual([
    'Alder 2',
    'Alder 10',
    'Birch',
    'unknown',
  ]);
});

test('a funnel in one sentence: who differs, that nobody does, or that it is too early', () => {
  const all = { places: 'counties', count: 24, isJudged: true, isWidened: false, flagged: [] };
  expect(variationSentence(all)).toBe('The 24 counties differ no more than chance makes them');
  expect(variationSentence({ ...all, isWidened: true })).toMatch(/none stands out/);
  expect(variationSentence({ ...all, isJudged: false })).toMatch(/^Still in flight/);
  const flagged = [
    { name: 'Alder', flag: 'below' as const },
    { name: 'Birch', flag: 'above' as const },
  ];
  expect(variationSentence({ ...all, flagged })).toBe(
    'Alder (lower) and Birch (higher) differ from the other counties by more than chance explains',
  );
});

test('many small charts in one sentence', () => {
  const all = { groups: 'counties', preposition: 'in' as const, count: 24, moved: [] as string[], tooFew: 0 };
  expect(movementSentence(all)).toBe('All 24 counties run as before');
  expect(movementSentence({ ...all, tooFew: 7 })).toBe(
    'All 17 counties that can be told run as before; 7 are too small to say',
  );
  expect(movementSentence({ ...all, moved: ['Alder', 'Birch'], tooFew: 1 })).toBe(
    'It moved in Alder and Birch; in the other 21 it is as before; 1 is too small to say',
  );
  expect(movementSentence({ ...all, tooFew: 24 })).toMatch(/too few children in each of the counties/);
});

test('groups that differ are named by name, never by how much', () => {
  expect(differencesSentence({ reference: 'White', more: ['Black'], less: ['Asian'] })).toBe(
    'Compared with children who are White: more often Black; less often Asian',
  );
  expect(differencesSentence({ reference: 'White', more: [], less: [] })).toMatch(/^No group differs/);
  expect(differencesSentence({ reference: null, more: [], less: [] })).toMatch(/too few children/);
});
