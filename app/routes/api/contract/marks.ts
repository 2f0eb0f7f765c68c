import { z } from 'zod';
import { marksPolicy } from '../../../rooms/measures/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { day, named, placeShape } from '../shapes.ts';
import { measureId } from './measures.ts';

const kind = z
  .enum(['policy', 'note'])
  .describe('A change of policy, or a note of what happened. Never about one family.');

const markShape = named(
  'Mark',
  z.object({
    id: z.string(),
    kind,
    place: placeShape,
    on: day.describe('From which day it holds, or on which it happened.'),
    label: z.string().describe('Its name on charts; empty for a note.'),
    words: z.string(),
    measures: z.array(measureId).describe('On whose charts it stands.'),
    moves: z
      .array(measureId)
      .describe(
        'Those it moves by definition: they count by another rule from that day on, and their usual range begins anew.',
      ),
    source: z.string().describe('Where a change of policy can be read; empty for a note.'),
    version: z.int(),
    changeWhy: z.string().describe('Why this version says something else; empty for the first.'),
    isWithdrawn: z.boolean().describe('It stands on no chart any more.'),
    saidOn: day,
  }),
);

export const listMarks = operation({
  id: 'listMarks',
  path: '/api/v1/marks',
  summary: 'Changes of policy and notes on charts',
  description:
    'By day, as their newest versions say; withdrawn ones too. Changes of policy of every place; notes of the state and of ' +
    'the token’s own places.',
  needs: [marksPolicy['marks.read']],
  params: z.strictObject({}),
  query: z.strictObject({
    kind: kind.optional(),
    measure: measureId.optional().describe('Only those on its charts.'),
    place: placeShape.optional().describe('Only those written there.'),
    ...pageQuery,
  }),
  answer: pageShape('Marks', markShape),
});
