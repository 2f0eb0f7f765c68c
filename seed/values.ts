/**
 * What the demonstration agency stands for: four wishes of the state in the words they had over time, two of a county,
 * one that was given up. Each is tied to measures by id and owned by a role.
 */
import type { MeasureId } from '../app/rooms/measures/public.ts';
import type { PeopleGroup, ValueStory, ValueWords } from '../app/rooms/values/public.ts';

interface SeedValue extends ValueStory {
  readonly measures: readonly MeasureId[];
}

const asked = (askedWhen: string, ...askedGroups: PeopleGroup[]) => ({ askedGroups, askedWhen });
const said = (saidOn: string, words: ValueWords, changeWhy = '') =>
  ({ saidOn, words, changeWhy, madeAs: 'leader' }) as const;

const withFamilies = {
  why: 'Being taken from home hurts, even when it has to be. Most families can keep their children safe when help comes early, and when it cannot be home, an aunt or a grandparent is closer to home than we are.',
  wouldSee:
    'When children have to leave home, more of them would live with relatives or family friends from the first day. More children with a finding of harm would stay with their families without being harmed again, and fewer would enter care.',
  ownerRole: 'Director',
};

/** In the order the agency states; the first comes first when they pull apart. */
export const juniperValues: readonly SeedValue[] = [
  {
    id: 'children-with-their-families',
    place: 'state',
    versions: [
      said('2019-07-01', {
        statement: 'We will reduce entries into foster care.',
        why: 'Foster care costs children their ties, and the state its money.',
        wouldSee: 'The number of entries would fall each year.',
        ownerRole: 'Director',
        ...asked(''),
      }),
      said(
        '2024-02-12',
        {
          ...withFamilies,
          statement: 'We want children home with their families.',
          ...asked('Four evenings in January 2024', 'parents', 'youth', 'caseworkers'),
        },
        'Parents told us that a lower number is our wish, not theirs. What they want is their children home. So the value says what we want for children, and the count of entries became one of its measures.',
      ),
      said(
        '2025-09-08',
        {
          ...withFamilies,
          statement: 'We want children home with their families whenever that is safe.',
          ...asked('Summer 2025', 'parents', 'youth', 'kin', 'courts', 'caseworkers'),
        },
        'The youth board asked for the last four words: some of them were not safe at home, and want to be believed.',
      ),
    ],
    measures: ['H3', 'H2', 'H1'],
  },
  {
    id: 'short-and-with-ties',
    place: 'state',
    versions: [
      said('2024-02-12', {
        statement: 'When a child must leave home, it is as short as is safe and their family ties last.',
        why: 'A year is a long time for a child. Every month of waiting and every move to another bed costs ties to parents, brothers and sisters, school and friends that are hard to mend.',
        wouldSee:
          'More children would reach a permanent family within a year, and those who have waited longer would reach one too. Fewer children would move from place to place while they wait.',
        ownerRole: 'Deputy director for family services',
        ...asked('January 2024', 'youth', 'foster-parents', 'courts'),
      }),
    ],
    measures: ['P1', 'P2', 'P5'],
  },
  {
    id: 'safe-with-us-and-at-home',
    place: 'state',
    versions: [
      said('2024-02-12', {
        statement: 'We want every child safe: with us, and at home after we leave.',
        why: 'Families let us in, or have to, because a child may be in danger. A child who is harmed in our care, or again at home, was let down by us.',
        wouldSee:
          'Children in care would not be harmed there. Children we met once because of harm would not be harmed again, and those who went home would be able to stay.',
        ownerRole: 'Director of safety and practice',
        ...asked('January 2024', 'youth', 'caseworkers', 'schools'),
      }),
    ],
    measures: ['S1', 'S2', 'P4'],
  },
  {
    id: 'there-when-we-said',
    place: 'state',
    versions: [
      said('2024-02-12', {
        statement: 'We want to be there when we said we would, for as long as a child needs us.',
        why: 'A visit that happens and a call that is answered are promises kept. The children who have waited longest have been promised the most. Keeping a date does not show by itself that a family is better off, so we look at both.',
        wouldSee:
          'Someone would come when a report is made, and every month after that. Children who have been with us for two years or more would find a permanent family instead of being forgotten.',
        ownerRole: 'Director of field operations',
        ...asked('January 2024', 'parents', 'caseworkers', 'supervisors'),
      }),
    ],
    measures: ['C1', 'C2', 'P3'],
  },
];

/** Goldenrod, a county, has values of its own, and shares the first with the state. */
export const goldenrodValues: readonly SeedValue[] = [
  {
    id: 'goldenrod-somebody-they-know',
    place: 'county:Goldenrod',
    versions: [
      said('2025-11-17', {
        statement: 'We want every child in Goldenrod to wake up with somebody they know.',
        why: 'The first morning away from home is the one children remember. A face they know makes it bearable.',
        wouldSee:
          'More children would spend their first night with a grandparent, an aunt or a family friend, and fewer would move on from there.',
        ownerRole: 'County director',
        ...asked('Autumn 2025', 'kin', 'youth', 'foster-parents'),
      }),
    ],
    measures: ['H3', 'P5'],
  },
  {
    id: 'goldenrod-brothers-and-sisters',
    place: 'county:Goldenrod',
    versions: [
      said('2026-03-02', {
        statement: 'We want brothers and sisters to grow up together.',
        why: 'They are often the longest relationship a child will have.',
        wouldSee: 'Brothers and sisters who come into care together would live together and leave together.',
        ownerRole: 'County permanency supervisor',
        ...asked('February 2026', 'youth', 'foster-parents'),
      }),
    ],
    measures: [],
  },
];

/** What Juniper no longer says, and why. */
export const givenUpValue = {
  story: {
    id: 'every-report-in-24-hours',
    place: 'state',
    versions: [
      said('2021-05-03', {
        statement: 'We will complete 100% of first contacts on time.',
        why: 'The law says so.',
        wouldSee: 'The monthly count would show no late contact.',
        ownerRole: 'Director of field operations',
        ...asked(''),
      }),
    ],
    measures: ['C2'],
  },
  why: 'It is a promise, and we keep it; a wish for children it is not. The count of first contacts on time is now a measure of “We want to be there when we said we would”.',
} as const satisfies { readonly story: SeedValue; readonly why: string };

/** A draft of the county, which the state does not see. */
export const goldenrodDraft: ValueWords = {
  statement: 'We want parents to hear it from us first.',
  why: 'Parents learn in court what we have known for weeks.',
  wouldSee: 'No parent would be surprised in a hearing.',
  ownerRole: 'County director',
  ...asked(''),
};
