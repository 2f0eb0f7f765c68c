/** What the demonstration agency stands for: four wishes, each linked to measures by id, each owned by a role. */
import type { MeasureId } from '../app/rooms/measures/public.ts';

export interface SeedValue {
  readonly id: string;
  /** 1 comes first. */
  readonly position: number;
  readonly statement: string;
  readonly why: string;
  readonly wouldSee: string;
  readonly ownerRole: string;
  readonly measures: readonly MeasureId[];
}

export const juniperValues = [
  {
    id: 'children-with-their-families',
    position: 1,
    statement: 'We want children home with their families whenever that is safe.',
    why: 'Being taken from home hurts, even when it has to be. Most families can keep their children safe when help comes early, and when it cannot be home, an aunt or a grandparent is closer to home than we are.',
    wouldSee:
      'When children have to leave home, more of them would live with relatives or family friends from the first day. More children with a finding of harm would stay with their families without being harmed again, and fewer would enter care.',
    ownerRole: 'Director',
    measures: ['H3', 'H2', 'H1'],
  },
  {
    id: 'short-and-with-ties',
    position: 2,
    statement: 'When a child must leave home, it is as short as is safe and their family ties last.',
    why: 'A year is a long time for a child. Every month of waiting and every move to another bed costs ties to parents, brothers and sisters, school and friends that are hard to mend.',
    wouldSee:
      'More children would reach a permanent family within a year, and those who have waited longer would reach one too. Fewer children would move from place to place while they wait.',
    ownerRole: 'Deputy director for family services',
    measures: ['P1', 'P2', 'P5'],
  },
  {
    id: 'safe-with-us-and-at-home',
    position: 3,
    statement: 'We want every child safe: with us, and at home after we leave.',
    why: 'Families let us in, or have to, because a child may be in danger. A child who is harmed in our care, or again at home, was let down by us.',
    wouldSee:
      'Children in care would not be harmed there. Children we met once because of harm would not be harmed again, and those who went home would be able to stay.',
    ownerRole: 'Director of safety and practice',
    measures: ['S1', 'S2', 'P4'],
  },
  {
    id: 'there-when-we-said',
    position: 4,
    statement: 'We want to be there when we said we would, for as long as a child needs us.',
    why: 'A visit that happens and a call that is answered are promises kept. The children who have waited longest have been promised the most. Keeping a date does not show by itself that a family is better off, so we look at both.',
    wouldSee:
      'Someone would come when a report is made, and every month after that. Children who have been with us for two years or more would find a permanent family instead of being forgotten.',
    ownerRole: 'Director of field operations',
    measures: ['C1', 'C2', 'P3'],
  },
] as const satisfies readonly SeedValue[];
