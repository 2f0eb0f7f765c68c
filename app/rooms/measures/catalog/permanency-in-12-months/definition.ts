import type { MeasureDefinition } from '../definition-shape.ts';
import {
  carriedByEpisodes,
  choice,
  dictionary,
  excludeDroppedRecords,
  shortStaysOut,
} from '../shared/carried.ts';

export const permanencyIn12Months: MeasureDefinition = {
  id: 'P1',
  slug: 'permanency-in-12-months',
  title: 'Permanency in 12 months, children entering care',
  question: 'Of the children who enter care, how many reach a permanent family within 12 months?',
  numeratorInWords:
    'Children in the denominator who left care to reunification, a relative, adoption or guardianship before the anniversary of their removal and before they turned 18. A child reunified from a trial home visit of more than 30 days is counted on the 30th day of the visit.',
  denominatorInWords:
    'Children who entered care in the window before they turned 18, each once, by the first entry that is not a stay shorter than 8 days.',
  kind: 'outcome',
  direction: 'up',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'P4',
  tables: ['removals'],
  followUp: { months: 12, days: 0 },
  restsOnDispositions: false,
  ...carriedByEpisodes,
  ageOn: 'the day of entry',
  settings: [
    choice('first_entry', 'after_exclusions', 'A short stay does not hide the entry that followed it.'),
    choice('permanency_before', 'anniversary_excluded', 'A discharge on the anniversary itself is too late.'),
    {
      name: 'trial_home_visit_days',
      value: '30',
      words: 'A trial home visit longer than this ends the stay on its 30th day.',
      isChoice: false,
    },
    shortStaysOut,
    excludeDroppedRecords,
  ],
  source: dictionary('pages 4-5'),
  seriesInWords:
    'Children whose first entry of that month (or quarter) fell in it, followed for 12 months each. A child who entered twice in a year is counted in both months, once in a 12-month window.',
  nationalPerformance: 35.2,
  version: '1',
};
