import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByEpisodes, choice, excludeDroppedRecords, shortStaysOut } from '../shared/carried.ts';

export const kinFirst: MeasureDefinition = {
  id: 'H3',
  slug: 'kin-first',
  title: 'First home with relatives or kin',
  question: 'When a child has to leave home, how often is the first place a relative or someone they know?',
  numeratorInWords:
    'Children in the denominator whose first counted setting is a foster home of relatives or kin.',
  denominatorInWords:
    'Children who entered care in the window (the denominator of permanency in 12 months) with at least one placement that is not runaway, trial home visit, respite or hospital.',
  kind: 'practice',
  direction: 'up',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'P5',
  tables: ['removals', 'placements'],
  followUp: { months: 0, days: 0 },
  restsOnDispositions: false,
  ...carriedByEpisodes,
  ageOn: 'the day of entry',
  settings: [
    choice(
      'first_setting',
      'first_counted',
      'Runaway, trial home visit, respite and hospital are passed over.',
    ),
    choice(
      'dropped_records_reach',
      'window_end',
      'A dropped record leaves this count only when the window itself reaches past its last file, so that a final figure stays as it is.',
    ),
    shortStaysOut,
    excludeDroppedRecords,
  ],
  source: 'Midcourse: keeping children with families, the side that the federal indicators do not show',
  seriesInWords: 'Children whose first entry of that month (or quarter) fell in it.',
  nationalPerformance: null,
  version: '1',
};
