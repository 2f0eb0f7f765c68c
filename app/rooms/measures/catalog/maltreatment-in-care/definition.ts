import type { MeasureDefinition } from '../definition-shape.ts';
import {
  carriedByEpisodes,
  choice,
  dictionary,
  excludeDroppedRecords,
  shortStaysOut,
} from '../shared/carried.ts';

export const maltreatmentInCare: MeasureDefinition = {
  id: 'S1',
  slug: 'maltreatment-in-care',
  title: 'Maltreatment in foster care',
  question: 'How often are children found to be mistreated while they are in our care?',
  numeratorInWords:
    'Substantiated or indicated reports in the window of children in the denominator, from the 7th day of an episode and before its end; reports within a day of the last counted one are the same event.',
  denominatorInWords:
    'Days in care in the window of all children under 18 on its first day or at entry, but episodes shorter than 8 days.',
  kind: 'outcome',
  direction: 'down',
  unit: { per: 100000, words: 'victimizations per 100,000 days in care', short: 'per 100,000 days' },
  interval: 'poisson',
  partner: 'P5',
  tables: ['removals', 'reports'],
  followUp: { months: 0, days: 7 },
  restsOnDispositions: true,
  ...carriedByEpisodes,
  ageOn: 'the day of entry or the first day of the window, whichever is later',
  settings: [
    choice(
      'same_event_days',
      '1_over_all_episodes',
      "A report within 1 day of the last kept one is the same event, over all the child's episodes in date order.",
    ),
    choice(
      'group_of_a_child',
      'first_eligible_episode',
      'The whole child goes with the first eligible episode, so that groups add up to the total.',
    ),
    shortStaysOut,
    excludeDroppedRecords,
  ],
  source: dictionary('pages 1-3'),
  seriesInWords:
    'Days in care and victimizations within that month (or quarter). Whether the child was under 18, and the age band, are taken on its first day.',
  nationalPerformance: 9.07,
  version: '1',
};
