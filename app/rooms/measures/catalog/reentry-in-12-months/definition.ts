import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByEpisodes, choice, dictionary, excludeDroppedRecords } from '../shared/carried.ts';

export const reentryIn12Months: MeasureDefinition = {
  id: 'P4',
  slug: 'reentry-in-12-months',
  title: 'Re-entry to care within 12 months',
  question: 'Of the children who leave care to their family or a relative, how many are back within a year?',
  numeratorInWords:
    'Children in the denominator who were removed again on the day of the discharge or later, before its anniversary and before they turned 18.',
  denominatorInWords:
    'Children who left care in the window to reunification, a relative or guardianship before they turned 18, each once, by the first such exit; not those with a later removal that began before that discharge.',
  kind: 'outcome',
  direction: 'down',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'P1',
  tables: ['removals'],
  followUp: { months: 12, days: 0 },
  restsOnDispositions: false,
  ...carriedByEpisodes,
  ageOn: 'the day of the exit',
  settings: [
    choice('first_exit_ties', 'earlier_removal', 'Of two exits on one day, the earlier removal counts.'),
    choice('same_day_return', 'counts', 'A removal on the day of the discharge is a re-entry.'),
    excludeDroppedRecords,
  ],
  source: dictionary('page 6'),
  seriesInWords:
    'Children whose first such exit of that month (or quarter) fell in it, followed for 12 months each.',
  nationalPerformance: 5.6,
  version: '1',
};
