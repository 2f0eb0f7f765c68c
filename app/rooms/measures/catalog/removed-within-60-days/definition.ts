import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByReports, linkedToRemovals } from '../shared/carried.ts';

export const removedWithin60Days: MeasureDefinition = {
  id: 'H4',
  slug: 'removed-within-60-days',
  title: 'Removed within 60 days of the report',
  question: 'Of the children found to be mistreated, how many are taken into care within 60 days?',
  numeratorInWords: 'Children in the denominator who were removed 0 to 60 days after the report.',
  denominatorInWords:
    'The children of the recurrence measure who were not already in care on the day of the report.',
  kind: 'balancing',
  direction: 'neither',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'H2',
  tables: ['removals', 'reports'],
  followUp: { months: 0, days: 60 },
  restsOnDispositions: true,
  ...carriedByReports,
  ageOn: 'the day of the initial report',
  settings: linkedToRemovals,
  source: 'Midcourse: keeping children with families, the side that the federal indicators do not show',
  seriesInWords:
    'Children whose first such report of that month (or quarter) fell in it, followed for 60 days each.',
  nationalPerformance: null,
  version: '1',
};
