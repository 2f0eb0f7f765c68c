import { z } from 'zod';
import { valuesPolicy } from '../../../rooms/values/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { instant, named } from '../shapes.ts';

const valueShape = named(
  'Value',
  z.object({
    id: z.string(),
    statement: z.string().describe('A wish, in plain words.'),
    why: z.string(),
    wouldSee: z.string().describe('What we would see if it were true.'),
    ownerRole: z.string().describe('Who answers for it: a role, never a person.'),
    position: z.int().describe('What comes first when values pull apart; from 1.'),
    madeAt: instant,
    measures: z.array(z.string()).describe('Measures that tell whether it shows. None: nobody measures it.'),
  }),
);

export const listValues = operation({
  id: 'listValues',
  path: '/api/v1/values',
  summary: 'What the agency stands for, in its order',
  description: 'The values as they are now.',
  needs: valuesPolicy['values.read'],
  params: z.strictObject({}),
  query: z.strictObject(pageQuery),
  answer: pageShape('Values', valueShape),
});
