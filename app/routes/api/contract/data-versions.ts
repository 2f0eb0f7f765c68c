import { z } from 'zod';
import { importsPolicy } from '../../../rooms/measures/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { day, instant, named } from '../shapes.ts';

export const dataVersionShape = named(
  'DataVersion',
  z.object({
    number: z.int().describe('Never given twice: every figure names it.'),
    label: z.string().describe('Where the data came from.'),
    asOf: day.describe('The day up to which the data speak.'),
    madeAt: instant,
    isInUse: z.boolean(),
    contentId: z.string().describe('SHA-256 over the files and settings it was made of.'),
    rows: z.record(z.string(), z.int()).describe('Rows of each table.'),
    setAside: z.int().describe('Rows that could not be believed.'),
  }),
);

export const getDataVersionInUse = operation({
  id: 'getDataVersionInUse',
  path: '/api/v1/data-versions/in-use',
  summary: 'The data version that figures are computed from',
  description:
    'Its ETag changes when another version comes into use: the cheapest way to ask whether anything is new.',
  needs: [importsPolicy['versions.read']],
  params: z.strictObject({}),
  query: z.strictObject({}),
  answer: dataVersionShape,
});

export const listDataVersions = operation({
  id: 'listDataVersions',
  path: '/api/v1/data-versions',
  summary: 'Every data version, newest first',
  description: 'A version never changes: any figure ever shown can be computed from it again.',
  needs: [importsPolicy['versions.see']],
  params: z.strictObject({}),
  query: z.strictObject(pageQuery),
  answer: pageShape('DataVersions', dataVersionShape),
});
