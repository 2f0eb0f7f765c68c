import { z } from 'zod';
import { publishedMeasureIds } from '../../../rooms/measures/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { day, named } from '../shapes.ts';

const windowShape = z.object({ from: day, to: day });

const standingShape = z.object({
  window: windowShape,
  status: z
    .enum(['Better', 'Worse', 'No different', 'DQ'])
    .describe('As published. `DQ`: not published, data quality.'),
  riskStandardized: z.object({ value: z.number(), interval: z.tuple([z.number(), z.number()]) }).nullable(),
  observed: z.number().nullable(),
  nationalPerformance: z.number(),
});

const observedShape = z.object({
  window: windowShape,
  publication: z.string().describe('`2025-08`: the latest that gives this window.'),
  asOf: day,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  note: z.string().nullable().describe('Where it must not be taken at its word.'),
});

const publishedShape = named(
  'PublishedMeasure',
  z.object({
    measure: z.enum(publishedMeasureIds),
    title: z.string(),
    unit: z.string(),
    standing: standingShape
      .nullable()
      .describe('Compare `riskStandardized` with `nationalPerformance`, nothing else.'),
    observed: z.array(observedShape).describe('Compare with this state’s own past only.'),
  }),
);

const stateShape = named(
  'PublishedState',
  z.object({ state: z.string(), name: z.string(), path: z.string() }),
);

export const listPublishedStates = operation({
  id: 'listPublishedStates',
  path: '/api/v1/published',
  summary: 'The states that the Children’s Bureau publishes figures of',
  description: 'By name.',
  needs: [],
  params: z.strictObject({}),
  query: z.strictObject(pageQuery),
  answer: pageShape('PublishedStates', stateShape),
});

export const getPublishedState = operation({
  id: 'getPublishedState',
  path: '/api/v1/published/{state}',
  summary: 'What was published of one state',
  description: 'As it was published. It stands beside our own figures and is never mixed with them.',
  needs: [],
  params: z.strictObject({ state: z.string().describe('Two letters, such as `OR`.') }),
  query: z.strictObject({}),
  answer: named(
    'PublishedFigures',
    z.object({
      state: z.string(),
      name: z.string(),
      standingFrom: z.string().describe('The publication of the standings.'),
      measures: z.array(publishedShape),
    }),
  ),
});
