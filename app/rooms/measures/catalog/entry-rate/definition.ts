import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByPopulation, choice, excludeDroppedRecords } from '../shared/carried.ts';

export const entryRate: MeasureDefinition = {
  id: 'H1',
  slug: 'entry-rate',
  title: 'Children entering care, per 1,000 children',
  question: 'Of a thousand children who live here, how many are brought into care?',
  numeratorInWords: 'Children who entered care in the window: the denominator of permanency in 12 months.',
  denominatorInWords: 'Children under 18 in the population, of the year whose July 1 lies in the window.',
  kind: 'balancing',
  direction: 'neither',
  unit: { per: 1000, words: 'children per 1,000 children', short: 'per 1,000 children' },
  interval: 'poisson',
  partner: 'H5',
  tables: ['removals', 'population'],
  followUp: { months: 0, days: 7 },
  restsOnDispositions: false,
  ...carriedByPopulation,
  ageOn: 'the day of entry',
  settings: [
    choice(
      'population_year',
      'july_1_of_the_12_months_ending_with_the_window',
      'The population is that of the year whose July 1 lies in the 12 months that end with the window.',
    ),
    choice(
      'dropped_records_reach',
      'window_end',
      'A dropped record leaves this count only when the window itself reaches past its last file, so that a final figure stays as it is.',
    ),
    excludeDroppedRecords,
  ],
  source: 'Midcourse: keeping children with families, the side that the federal indicators do not show',
  seriesInWords:
    'Children whose first entry of that month (or quarter) fell in it, per 1,000 children of the year: not multiplied up to a year, so a month is about a twelfth of the 12-month figure.',
  nationalPerformance: null,
  version: '1',
};
