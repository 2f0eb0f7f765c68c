import { z } from 'zod';
import { roles } from '../../../commons/permissions/role.ts';
import { operation } from '../operation.ts';
import { day, named, placeShape } from '../shapes.ts';

export const getAgency = operation({
  id: 'getAgency',
  path: '/api/v1/agency',
  summary: 'Whose figures these are, and what the token opens',
  description: 'A first call to try a token with. What it opens shrinks as its maker’s roles do.',
  needs: [],
  params: z.strictObject({}),
  query: z.strictObject({}),
  answer: named(
    'Agency',
    z.object({
      name: z.string(),
      program: z.object({ name: z.literal('Midcourse'), version: z.string() }),
      token: z.object({
        name: z.string(),
        expiresOn: day.describe('The last day on which it is taken.'),
        opens: z.array(z.object({ role: z.enum(roles), place: placeShape, inWords: z.string() })),
      }),
    }),
  ),
});
