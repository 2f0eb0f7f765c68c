import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByEpisodes, dictionary, excludeDroppedRecords } from '../shared/carried.ts';

export const permanencyInCare24MonthsOrMore: MeasureDefinition = {
  id: 'P3',
  slug: 'permanency-in-care-24-months-or-more',
  title: 'Permanency in 12 months, in care 24+ months',
  question:
    'Of the children who have been in care for two years or more, how many reach a permanent family within the next 12 months?',
  numeratorInWords:
    'Children in the denominator who left care to reunification, a relative, adoption or guardianship by the last day of the window and before they turned 18.',
  denominatorInWords:
    'Children under 18 in care on the first day of the window whose latest removal was 24 months or more before it.',
  kind: 'outcome',
  direction: 'up',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'P4',
  tables: ['removals'],
  followUp: { months: 0, days: 0 },
  restsOnDispositions: false,
  ...carriedByEpisodes,
  ageOn: 'the first day of the window',
  settings: [excludeDroppedRecords],
  source: dictionary('pages 5-6'),
  seriesInWords:
    'Children in care for that long on the first day of the month (or quarter) and those among them who reached permanency within that month (or quarter): a shorter time to do so than in a 12-month window, so the two are not compared.',
  nationalPerformance: 37.3,
  version: '1',
};
