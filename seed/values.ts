/** What the demonstration agency stands for: four wishes, each linked to measures by id, each owned by a role. */
import type { MeasureId } from '../app/rooms/measures/public.ts';

export interface SeedValue {
  /** 1 comes first. */
  readonly order: number;
  readonly statement: string;
  readonly whyItMatters: string;
  readonly whatWeWouldSee: string;
  readonly owner: string;
  readonly measures: readonly MeasureId[];
}

export const juniperValues: readonly SeedValue[] = [
  {
    order: 1,
    statement: 'We want children home with their families whenever that is safe.',
    whyItMatters:
      'Being taken from home hurts, even when it has to be. Most families can keep their children safe when help comes early, and when it cannot be home, an aunt or a grandparent is closer to home than we are.',
    whatWeWouldSee:
      'When children have to leave home, more of them would live with relatives or family friends from the first day. More children with a finding of harm would stay with their families without being harmed again, and fewer would enter care.',
    owner: 'Director',
    measures: ['H3', 'H2', 'H1'],
  },
  {
    order: 2,
    statement: 'When a child must leave home, it is as short as is safe and their family ties last.',
    whyItMatters:
      'A year is a long time for a child. Every month of waiting and every move to another bed costs ties to parents, brothers and sisters, school and friends that are hard to mend.',
    whatWeWouldSee:
      'More children would reach a permanent family within a year, and those who have waited longer would reach one too. Fewer children would move from place to place while they wait.',
    owner: 'Deputy director for family services',
    measures: ['P1', 'P2', 'P5'],
  },
  {
    order: 3,
    statement: 'We want every child safe: with us, and at home after we leave.',
    whyItMatters:
      'Families let us in, or have to, because a child may be in danger. A child who is harmed in our care, or again at home, was let down by us.',
    whatWeWouldSee:
      'Children in care would not be harmed there. Children we met once because of harm would not be harmed again, and those who went home would be able to stay.',
    owner: 'Director of safety and practice',
    measures: ['S1', 'S2', 'P4'],
  },
  {
    order: 4,
    statement: 'We want to be there when we said we would, for as long as a child needs us.',
    whyItMatters:
      'A visit that happens and a call that is answered are promises kept. The children who have waited longest have been promised the most. Keeping a date does not show by itself that a family is better off, so we look at both.',
    whatWeWouldSee:
      'Someone would come when a report is made, and every month after that. Children who have been with us for two years or more would find a permanent family instead of being forgotten.',
    owner: 'Director of field operations',
    measures: ['C1', 'C2', 'P3'],
  },
];
