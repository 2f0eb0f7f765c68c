import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByReports } from '../shared/carried.ts';

export const reportedAgain: MeasureDefinition = {
  id: 'H5',
  slug: 'reported-again',
  title: 'Reported again within 12 months',
  question: 'Of the children reported to us, whatever came of it, how many are reported again within a year?',
  numeratorInWords:
    'Children in the denominator with another report of any disposition 15 to 365 days later.',
  denominatorInWords:
    'Children under 18 with a report of any disposition in the window, pending too, each once, by the first; not unborn children and not those whose age is unknown.',
  kind: 'outcome',
  direction: 'down',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'H2',
  tables: ['reports'],
  followUp: { months: 12, days: 0 },
  restsOnDispositions: false,
  ...carriedByReports,
  ageOn: 'the day of the first report',
  settings: [
    {
      name: 'recurrence_days',
      value: '15-365',
      words: 'A report within 14 days is taken as the same incident.',
      isChoice: false,
    },
  ],
  source: 'Midcourse: keeping children with families, the side that the federal indicators do not show',
  seriesInWords:
    'Children whose first report of that month (or quarter) fell in it, followed for a year each.',
  nationalPerformance: null,
  version: '1',
};
