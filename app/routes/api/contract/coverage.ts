import { z } from 'zod';
import { valuesPolicy } from '../../../rooms/values/public.ts';
import { operation } from '../operation.ts';
import { day, named, placeShape } from '../shapes.ts';

const byKind = <T extends z.ZodType>(shape: T) =>
  z.object({ outcome: shape, practice: shape, balancing: shape, compliance: shape });

const gapShape = z.object({
  kind: z
    .enum(['unmeasured', 'compliance-only', 'not-reviewed', 'unvalued'])
    .describe(
      'Nobody measures it; only counts of rules kept do; no review of the last quarter looked at it; a counter-measure that serves no value.',
    ),
  sentence: z.string(),
  value: z.string().nullable().describe('The value it is about, by id.'),
  measure: z.string().nullable().describe('The measure it is about, by id.'),
});

const cellsShape = z.array(
  z.object({
    measure: z.string(),
    reviews: z.int().describe('Reviews of the last quarter that looked at it.'),
  }),
);

export const getCoverage = operation({
  id: 'getCoverage',
  path: '/api/v1/coverage',
  summary: 'Whether what is looked at tells if the values are true',
  description:
    'The values that hold at a place against the measures, by kind, with the gaps that matter most first.',
  needs: [valuesPolicy['values.read']],
  params: z.strictObject({}),
  query: z.strictObject({
    at: placeShape.optional().describe('The place; the first of the token’s own where it is left out.'),
  }),
  answer: named(
    'Coverage',
    z.object({
      at: placeShape,
      valuesOf: placeShape.describe('Whose values hold there.'),
      reviewsSince: day,
      reviews: z.int().describe('Reviews held there since then.'),
      gaps: z.array(gapShape),
      rows: z.array(
        z.object({
          value: z.object({ id: z.string(), statement: z.string() }),
          reviews: z.int().describe('Reviews of the last quarter that looked at the value itself.'),
          measures: byKind(cellsShape),
        }),
      ),
      mix: byKind(z.int()).describe('Measures tied to any value, by kind.'),
    }),
  ),
});
