import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByReports, choice, excludeDroppedRecords } from '../shared/carried.ts';

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
  settings: [
    choice(
      'removal_on_the_report_day',
      'not_already_in_care',
      'A child removed on the day of the report was not already in care.',
    ),
    choice(
      'death_as_initial_report',
      'child_out',
      'A child whose initial report is a maltreatment death is out.',
    ),
    choice(
      'link_to_removals',
      'afcars_id_then_first_known',
      "The initial report's AFCARS id; if blank, the first one among the child's victim reports; if the source has none, the child's id.",
    ),
    excludeDroppedRecords,
  ],
  source: 'Midcourse: keeping children with families, the side that the federal indicators do not show',
  seriesInWords:
    'Children whose first such report of that month (or quarter) fell in it, followed for 60 days each.',
  nationalPerformance: null,
  version: '1',
};
