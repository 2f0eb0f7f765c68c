/**
 * Values to begin with, for an agency that has written none down. They are wishes in plain words that agencies have
 * often made in one way or another; who takes one is expected to say it in their own words soon.
 */
import type { ValueWords } from '../forms.ts';

export interface ExampleValue {
  readonly id: string;
  readonly words: ValueWords;
  /** Measures that would tell whether it shows. */
  readonly measures: readonly string[];
}

const said = (statement: string, why: string, wouldSee: string, ownerRole: string): ValueWords => ({
  statement,
  why,
  wouldSee,
  ownerRole,
  askedGroups: [],
  askedWhen: '',
});

export const exampleValues: readonly ExampleValue[] = [
  {
    id: 'with-their-families',
    words: said(
      'We want children home with their families whenever that is safe.',
      'Being taken from home hurts, even when it has to be. Most families can keep their children safe when help comes early.',
      'More children with a finding of harm would stay with their families without being harmed again, and fewer would enter care.',
      'Director',
    ),
    measures: ['H2', 'H1'],
  },
  {
    id: 'kin-first',
    words: said(
      'We want a child who cannot be home to be with people who already love them.',
      'A grandparent or an aunt is closer to home than we can ever be.',
      'More first homes would be with relatives or family friends, and those homes would last.',
      'Deputy director for family services',
    ),
    measures: ['H3'],
  },
  {
    id: 'short-with-ties',
    words: said(
      'When a child must leave home, we want it to be as short as is safe and their ties to last.',
      'A year is a long time for a child. Every month of waiting costs ties to parents, brothers and sisters, school and friends.',
      'More children would reach a permanent family within a year, and those who waited longer would reach one too.',
      'Deputy director for family services',
    ),
    measures: ['P1', 'P2', 'P3'],
  },
  {
    id: 'few-moves',
    words: said(
      'We want a child in our care to stay in one home.',
      'With every move a child learns that nobody stays.',
      'Children would move less often from one home to another.',
      'Director of placement and licensing',
    ),
    measures: ['P5'],
  },
  {
    id: 'safe-with-us',
    words: said(
      'We want every child safe: with us, and at home after we leave.',
      'Families let us in, or have to, because a child may be in danger. A child who is harmed in our care was let down by us.',
      'Children in care would not be harmed there, and those who went home would be able to stay.',
      'Director of safety',
    ),
    measures: ['S1', 'S2', 'P4'],
  },
  {
    id: 'there-when-we-said',
    words: said(
      'We want to be there when we said we would.',
      'A visit that happens is a promise kept. It does not say by itself that a family is better off, so we look at both.',
      'Someone would come when a report is made, and every month after that.',
      'Director of field operations',
    ),
    measures: ['C1', 'C2'],
  },
];
