import { z } from 'zod';
import { measureIds, resultsPolicy } from '../../../rooms/measures/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { named } from '../shapes.ts';

export const breakdowns = ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'] as const;

export const measureId = z.enum(measureIds);
export const measureKind = z
  .enum(['outcome', 'practice', 'compliance', 'balancing'])
  .describe(
    'Whether families are better off; how we work; whether a rule was kept; what must not get worse meanwhile.',
  );

export const measureShape = named(
  'Measure',
  z.object({
    id: measureId,
    title: z.string(),
    question: z.string().describe('In plain words.'),
    kind: measureKind,
    direction: z.enum(['up', 'down', 'neither']).describe('Which way is better.'),
    unit: z.object({ per: z.number(), words: z.string(), short: z.string() }),
    numeratorInWords: z.string(),
    denominatorInWords: z.string(),
    second: z
      .object({ name: z.string(), words: z.string() })
      .nullable()
      .describe('A second figure it carries.'),
    seriesInWords: z.string().describe('What its months and quarters count.'),
    counterMeasure: measureId.describe('Must be shown beside it, because one can be bought with the other.'),
    breakdowns: z.array(z.enum(breakdowns)),
    notCarried: z
      .partialRecord(z.enum(breakdowns), z.string())
      .describe('What it cannot be cut by, and why.'),
    followUp: z
      .object({ months: z.int(), days: z.int(), untilReportsAreDecided: z.boolean() })
      .describe('How long after a window’s end its figure is in flight.'),
    settings: z.array(
      z.object({ name: z.string(), value: z.string(), words: z.string(), isChoice: z.boolean() }),
    ),
    source: z.string(),
    nationalPerformance: z
      .number()
      .nullable()
      .describe(
        'The federal reference value. Only published, risk-standardized performance is compared with it.',
      ),
    version: z.string().describe('Of the definition: raised when a figure comes to mean something else.'),
    page: z.string().describe('Path of its page.'),
  }),
);

export const listMeasures = operation({
  id: 'listMeasures',
  path: '/api/v1/measures',
  summary: 'The measures and how they are defined',
  description: 'In the order in which they are shown.',
  needs: [resultsPolicy['measures.read']],
  params: z.strictObject({}),
  query: z.strictObject(pageQuery),
  answer: pageShape('Measures', measureShape),
});

export const getMeasure = operation({
  id: 'getMeasure',
  path: '/api/v1/measures/{measure}',
  summary: 'One measure and how it is defined',
  description: 'By its id, such as `P1`.',
  needs: [resultsPolicy['measures.read']],
  params: z.strictObject({ measure: z.string().describe('Its id.') }),
  query: z.strictObject({}),
  answer: measureShape,
});
