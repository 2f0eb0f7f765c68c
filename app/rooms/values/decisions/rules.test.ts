import { expect, test } from 'vitest';
import { type CountedDecision, howWeDecide } from './how-we-decide.ts';
import { levelsOf } from './level.ts';
import { familySigns } from './one-family.ts';
import { concludeFrom } from './since-then.ts';

const asked = (text: string) => familySigns([text], []).asked;

test.each([
  'J.S., 7, moves to her aunt.',
  'As for J.S., 7.',
  'JS, 7 years, stays where he is.',
  'Emma (7) goes home on Friday.',
  'We return the 4-year-old boy on Monday.',
  'The Miller family gets a second worker.',
  'Her son Jayden sees her twice a week.',
  'A girl named Mia stays at her school.',
  'As in case no. 4711, we wait.',
  'Docket # JV-18-233 is heard first.',
  'The child was born 3/14/2019.',
])('asked about: %s', (text) => {
  expect(asked(text)).toHaveLength(1);
});

test.each([
  'We search for kin on the day of removal, in every case.',
  'Every family gets a call within 24 hours of a report.',
  'The Foster family handbook and the Family Council were asked.',
  'Children aged 0 to 3 go to relatives first; 12 of 40 do now.',
  'From 1 May 2026, Birchmere 3 and Goldenrod try it for 90 days.',
  'HB 1204 funds 30 workers; the caseload stays under 15.',
  'A 16-year-old decides who comes to the meeting.',
  'The whole state and the Blue Sedge Nation agreed in FY 2026.',
  'Mother and child visits are held in the foster home.',
])('a rule for many is not asked about: %s', (text) => {
  expect(asked(text)).toEqual([]);
});

test('a record number in the shape of the data’s own is refused wherever it stands', () => {
  const shapes = [String.raw`JN\d{7}`, String.raw`\d{4}-\d\d`, 'J[A-Z0-9]{6}'];
  expect(familySigns(['About jn9988776 (twice JN9988776).', 'and "1234-56"'], shapes).refused).toEqual([
    'jn9988776',
    'JN9988776',
    '1234-56',
  ]);
  expect(familySigns(['In January 2026 we have 1,204 children in 24 counties.'], shapes).refused).toEqual([]);
});

const run = (isUp: boolean, pointsBefore: number, isSustained = true) => ({
  isUp,
  isSustained,
  pointsBefore,
});

test('what a chart may say of an expectation: seven final points, and only what began with the decision', () => {
  const of = (expected: 'up' | 'down' | 'same', finalPoints: number, change: ReturnType<typeof run> | null) =>
    concludeFrom({ expected, finalPoints, change }).conclusion;
  expect(of('up', 8, run(true, 0))).toBe('consistent');
  expect(of('up', 8, run(true, 1)), 'a start is often a point early').toBe('consistent');
  expect(of('up', 8, run(false, 0)), 'said, not hidden').toBe('other-way');
  expect(of('up', 8, run(true, 4)), 'it moved before').toBe('not-distinguishable');
  expect(of('up', 3, run(true, 4))).toBe('cannot-tell-yet');
  expect(of('up', 8, null)).toBe('not-distinguishable');
  expect(of('up', 6, null)).toBe('cannot-tell-yet');
  expect(of('same', 8, null)).toBe('consistent');
  expect(of('same', 8, run(true, 0))).toBe('other-way');
  expect(concludeFrom({ expected: 'up', finalPoints: 4, change: run(true, 0, false) })).toEqual({
    ...{ conclusion: 'cannot-tell-yet', hadBegun: false, sign: 'up' },
  });
});

const counted = (over: Partial<CountedDecision>): CountedDecision => ({
  level: 'supervisor',
  serves: [],
  decidedOn: '2026-01-10',
  hasData: false,
  hasVoices: false,
  hasExpectation: false,
  dueOn: null,
  revisits: [],
  ...over,
});

test('how we decide, in counts', () => {
  const how = howWeDecide(
    [
      counted({ level: 'frontline', serves: ['a', 'b'], hasData: true, dueOn: '2026-03-01' }),
      counted({ decidedOn: '2026-03-20', serves: ['a'], dueOn: '2026-05-20' }),
      counted({ revisits: [{ dueOn: '2026-02-01', lookedOn: '2026-02-15' }] }),
      counted({ revisits: [{ dueOn: '2026-02-01', lookedOn: '2026-02-16' }] }),
    ],
    '2026-05-30',
  );
  expect(how.byMonth.map(({ month, count }) => `${month} ${count}`)).toEqual([
    '2026-01 3',
    '2026-02 0',
    '2026-03 1',
  ]);
  expect(how.byValue).toEqual([
    { value: 'a', count: 2 },
    { value: 'b', count: 1 },
  ]);
  expect(how).toMatchObject({
    servingNone: 2,
    data: { count: 1, of: 4 },
    frontline: { count: 1, of: 4 },
    onTime: { count: 1, of: 3 },
  });
  expect(howWeDecide([], '2026-05-30')).toMatchObject({ decisions: 0, byMonth: [] });
});

test('levels grow with the role', () => {
  expect(levelsOf(['frontline'])).toEqual(['frontline']);
  expect(levelsOf(['supervisor'])).toEqual(['frontline', 'supervisor']);
  expect(levelsOf(['leader'])).toHaveLength(6);
  expect(levelsOf(['analyst'])).toEqual([]);
});
