import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByInvestigations, choice } from '../shared/carried.ts';

export const timelyInvestigations: MeasureDefinition = {
  id: 'C2',
  slug: 'timely-investigations',
  title: 'Timely investigations: first contact on time',
  question:
    'When someone is worried about a child, how often do we meet the child in time? (A promise kept; it does not say what the family needed.)',
  numeratorInWords:
    'Investigations in the denominator whose first face-to-face contact with the child was on or before the day it was due.',
  denominatorInWords:
    'Investigations whose first contact was due in the window; without contact and not yet due at as-of, left out.',
  kind: 'compliance',
  direction: 'up',
  unit: { per: 100, words: 'percent of investigations', short: '%' },
  interval: 'wilson',
  partner: 'S2',
  tables: ['investigations'],
  followUp: { months: 0, days: 0 },
  restsOnDispositions: false,
  ...carriedByInvestigations,
  ageOn: null,
  second: {
    name: 'completed',
    words: 'Of those with a day by which to finish, the investigations finished on or before it.',
  },
  settings: [
    choice(
      'compared_by',
      'time_when_both_have_one',
      'Two moments are compared by time when both have one, by day otherwise.',
    ),
    choice('due_on_the_as_of_day', 'late', 'Due on the as-of day and not done by then is late, not open.'),
    choice(
      'county',
      'first_of_the_report',
      "An investigation's county is that of its report, where a reports file is given.",
    ),
  ],
  source:
    "The agency's own standards for first contact and completion, as its investigations file carries them",
  seriesInWords: 'Investigations whose first contact was due in that month (or quarter).',
  nationalPerformance: null,
  version: '1',
};
