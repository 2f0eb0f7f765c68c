import { z } from 'zod';
import { peopleGroups, valuesPolicy } from '../../../rooms/values/public.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { named, placeShape } from '../shapes.ts';

const at = placeShape.optional().describe('The place; the first of the token’s own where it is left out.');

const valueShape = named(
  'Value',
  z.object({
    id: z.string(),
    place: placeShape.describe('Whose value it is. A unit works by its county’s values where that has some.'),
    version: z.int().describe('Of its words.'),
    statement: z.string().describe('A wish, in plain words.'),
    why: z.string(),
    wouldSee: z.string().describe('What we would see if it were true.'),
    ownerRole: z.string().describe('Who answers for it: a role, never a person.'),
    askedGroups: z.array(z.enum(peopleGroups)).describe('Who was asked.'),
    position: z.int().nullable().describe('What comes first when values pull apart; from 1.'),
    measures: z.array(z.string()).describe('Measures that tell whether it shows. None: nobody measures it.'),
  }),
);

export const listValues = operation({
  id: 'listValues',
  path: '/api/v1/values',
  summary: 'What the agency stands for, in its order',
  description: 'The current values that hold at a place. A guest’s token gets those that were shared.',
  needs: [valuesPolicy['values.read'], valuesPolicy['values.see-shared']],
  params: z.strictObject({}),
  query: z.strictObject({ at, ...pageQuery }),
  answer: pageShape('Values', valueShape),
});
