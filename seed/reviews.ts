/**
 * Half a year of Juniper's reviews. Its first value is children with their families; most of the hours went to visits
 * and first contacts. Days are counted back from the demo's first start, so that a demo is always of now.
 */
import type { MeasureId } from '../app/rooms/measures/public.ts';
import type { PeopleGroup } from '../app/rooms/values/public.ts';

type LookedAt =
  | { readonly kind: 'measure'; readonly id: MeasureId }
  | { readonly kind: 'value'; readonly id: string };
type Line = readonly [about: string, minutes: number, lookedAt: LookedAt | null];

export interface SeedReview {
  readonly place: 'state' | `county:${string}`;
  /** Below zero: a day to come. */
  readonly daysAgo: number;
  readonly title: string;
  readonly atTheTable: readonly PeopleGroup[];
  readonly items: readonly Line[];
}

const measure = (id: MeasureId): LookedAt => ({ kind: 'measure', id });
const value = (id: string): LookedAt => ({ kind: 'value', id });

/** The monthly meeting looks at what it has always looked at. */
const monthly = (daysAgo: number, visits: number, contacts: number, also: readonly Line[]): SeedReview => ({
  place: 'state',
  daysAgo,
  title: 'Monthly operations review',
  atTheTable: ['supervisors', 'caseworkers'],
  items: [
    ['Monthly visits by county', visits, measure('C1')],
    ['First contacts on time', contacts, measure('C2')],
    ...also,
  ],
});

export const juniperReviews: readonly SeedReview[] = [
  monthly(160, 45, 30, [['Harm in care: the three reports since spring', 25, measure('S1')]]),
  monthly(132, 40, 35, [['Staffing and vehicles', 20, null]]),
  monthly(104, 50, 30, [['Harm again after a first finding', 25, measure('S2')]]),
  monthly(76, 40, 30, [['Children who have waited two years', 20, measure('P3')]]),
  monthly(48, 45, 25, [['Coming back into care', 20, measure('P4')]]),
  monthly(20, 40, 30, [['Budget for next year', 25, null]]),
  {
    place: 'state',
    daysAgo: 118,
    title: 'Permanency review with the court',
    atTheTable: ['courts', 'supervisors', 'parents'],
    items: [
      ['Fewer children reach a permanent family within a year', 50, measure('P1')],
      ['How often children move', 20, measure('P5')],
      ['Kin on the first day', 15, measure('H3')],
    ],
  },
  {
    place: 'state',
    daysAgo: 27,
    title: 'Permanency review with the court and the youth board',
    atTheTable: ['courts', 'youth', 'supervisors', 'parents'],
    items: [
      ['Fewer hearings since December: what it does', 55, measure('P1')],
      ['Those in care one to two years', 25, measure('P2')],
      ['What the youth board wants us to mean by “safe”', 40, value('children-with-their-families')],
    ],
  },
  {
    place: 'state',
    daysAgo: -14,
    title: 'Review with the court and the youth board',
    atTheTable: ['courts', 'youth', 'supervisors'],
    items: [],
  },
  {
    place: 'county:Goldenrod',
    daysAgo: 33,
    title: 'Goldenrod kin night',
    atTheTable: ['kin', 'youth', 'caseworkers'],
    items: [
      ['First nights since summer', 40, measure('H3')],
      ['Moves in the first month', 20, measure('P5')],
    ],
  },
];
