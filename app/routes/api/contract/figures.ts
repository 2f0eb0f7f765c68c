import { z } from 'zod';
import { resultsPolicy } from '../../../rooms/measures/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { day, named, placeShape } from '../shapes.ts';
import { breakdowns, measureId, measureKind } from './measures.ts';

const cellShape = named(
  'Cell',
  z.object({
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    value: z
      .number()
      .nullable()
      .describe('In the measure’s unit, unrounded. Null where there is nobody to count.'),
    interval: z.tuple([z.number(), z.number()]).nullable().describe('95%, in the measure’s unit.'),
    suppressed: z
      .boolean()
      .describe('True where the figure is kept back to protect a child. The rest is null then.'),
    reason: z.string().nullable().describe('Why it is kept back, or why there is none.'),
    heldAt: day
      .nullable()
      .describe('The older day the figure is held at: what changed since is of too few children to show.'),
  }),
);

const groupsShape = z.array(z.object({ group: z.string(), cell: cellShape }));

export const figureShape = named(
  'Figure',
  z.object({
    measure: measureId,
    definition: z.object({ title: z.string(), version: z.string(), path: z.string() }),
    kind: measureKind,
    unit: z.string(),
    at: placeShape,
    only: z.partialRecord(z.enum(breakdowns), z.string()).describe('Whom it was narrowed to.'),
    window: z.object({
      from: day,
      to: day,
      name: z.string().nullable().describe('`23A23B` where it is a federal one.'),
    }),
    asOf: day.describe('The day up to which the data speak.'),
    dataVersion: z.int(),
    isFinal: z
      .boolean()
      .describe('False while in flight: follow-up is not over, or reports are not decided.'),
    isIncomplete: z.boolean().describe('The report files do not reach far enough past the window.'),
    total: cellShape,
    second: cellShape.nullable().describe('The second figure, where the measure has one.'),
    by: z
      .partialRecord(z.enum(breakdowns), groupsShape)
      .describe('`aian_any` is never summed with other groups.'),
    notCarried: z
      .partialRecord(z.enum(breakdowns), z.string())
      .describe('What it cannot be cut by, and why.'),
    from: z
      .enum(['records', 'aggregates'])
      .describe('Computed from records, or given by the agency as sums.'),
  }),
);

const group = (of: string) => z.string().min(1).max(200).optional().describe(`Only this group, ${of}.`);

export const listFigures = operation({
  id: 'listFigures',
  path: '/api/v1/figures',
  summary: 'Figures of measures, for windows or as a series',
  description:
    'Give either `window`, once or several times, or `rhythm` with `from`. Figures come measure by measure and window by ' +
    'window, each with its definition, kind, as-of, version, counts, interval, and whether it is final. Cells too small for ' +
    'the token are kept back, with the reason. Another window than those that begin on the first of a month is computed ' +
    'from the records and takes longer.',
  needs: [resultsPolicy['measures.read']],
  params: z.strictObject({}),
  query: z.strictObject({
    measure: z.array(measureId).min(1).max(14).describe('Once or several times.'),
    window: z
      .array(z.string().max(10))
      .min(1)
      .max(12)
      .optional()
      .describe('A federal window such as `23A23B`, or the first day of twelve months.'),
    rhythm: z
      .enum(['month', 'quarter', 'year'])
      .optional()
      .describe('`year`: twelve months from the first of each month.'),
    from: day.optional().describe('The first day that a window of the series may begin on.'),
    to: day.optional().describe('The last one. The as-of day of the data where it is left out.'),
    by: z.array(z.enum(breakdowns)).max(6).optional().describe('What to cut by, once or several times.'),
    at: placeShape.optional().describe('The place; the first of the token’s own where it is left out.'),
    age: group('an age band'),
    race_ethnicity: group('by race and ethnicity'),
    aian_any: group('American Indian or Alaska Native, alone or with others'),
    sex: group('by sex'),
    ...pageQuery,
  }),
  answer: pageShape('Figures', figureShape),
});
