import { z } from 'zod';
import { decisionsPolicy, levels } from '../../../rooms/values/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { day, named, placeShape } from '../shapes.ts';

const standing = z
  .enum(['draft', 'decided', 'kept', 'corrected', 'reversed', 'replaced', 'due'])
  .describe('`due`: its day to be looked at again has come.');
const level = z.enum(levels);

const decisionShape = named(
  'Decision',
  z.object({
    id: z.string(),
    place: placeShape,
    level,
    standing,
    statement: z.string(),
    dropped: z.string().describe('What was not chosen.'),
    voices: z.string().describe('Who was heard.'),
    decidedBy: z.string(),
    wouldChangeOurMind: z.string(),
    serves: z.array(z.string()).describe('Values it serves.'),
    tradesOff: z.array(z.string()).describe('Values it asks something of.'),
    consulted: z
      .array(
        z.object({
          measure: z.string(),
          title: z.string(),
          definitionVersion: z.string(),
          unit: z.string(),
          of: z.string().describe('Whose figure it was.'),
          window: z.object({ from: day, to: day }).nullable(),
          asOf: day.nullable(),
          dataVersion: z.int().nullable(),
          value: z.number().nullable(),
          numerator: z.number().nullable(),
          denominator: z.number().nullable(),
          isFinal: z.boolean(),
          note: z.string().nullable(),
        }),
      )
      .describe('Figures that were looked at, as they stood then.'),
    expectation: z
      .object({
        measure: z.string(),
        direction: z.enum(['up', 'down', 'same']),
        size: z.number().nullable(),
        by: day,
        sure: z.enum(['hunch', 'likely', 'nearly-sure']),
      })
      .nullable()
      .describe('Locked when it was decided.'),
    decidedOn: day.nullable(),
    revisitOn: day.nullable(),
    dueOn: day.nullable(),
    learned: z.string(),
    follows: z.object({ id: z.string(), as: z.enum(['correction', 'reversal', 'version']) }).nullable(),
  }),
);

export const listDecisions = operation({
  id: 'listDecisions',
  path: '/api/v1/decisions',
  summary: 'What was decided, and what came of it',
  description:
    'The best match first where `words` are given, else the newest. Staff see those of their place and the state’s that are ' +
    'no drafts; guests those that were shared.',
  needs: [decisionsPolicy['decisions.read']],
  params: z.strictObject({}),
  query: z.strictObject({
    words: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('As somebody types them: `kin "first day" -policy`.'),
    level: level.optional(),
    standing: standing.optional(),
    value: z.string().min(1).max(80).optional().describe('One it serves, by id.'),
    measure: z
      .string()
      .min(1)
      .max(20)
      .optional()
      .describe('One it expects something of, or that was looked at.'),
    place: placeShape.optional().describe('Only those made there.'),
    ...pageQuery,
  }),
  answer: pageShape('Decisions', decisionShape),
});
