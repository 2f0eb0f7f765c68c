import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByReports, choice, dictionary } from '../shared/carried.ts';

export const recurrenceOfMaltreatment: MeasureDefinition = {
  id: 'S2',
  slug: 'recurrence-of-maltreatment',
  title: 'Recurrence of maltreatment within 12 months',
  question:
    'Of the children found to be mistreated, how many are found to be mistreated again within a year?',
  numeratorInWords:
    'Children in the denominator with another substantiated or indicated report 15 to 365 days after the initial one, about another incident where both incident dates are known.',
  denominatorInWords:
    'Children under 18 with a substantiated or indicated report in the window, each once, by the first; not unborn children, and not those whose age is unknown or whose initial report is a death.',
  kind: 'outcome',
  direction: 'down',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'H1',
  tables: ['reports'],
  followUp: { months: 12, days: 0 },
  restsOnDispositions: true,
  ...carriedByReports,
  ageOn: 'the day of the initial report',
  settings: [
    choice(
      'death_as_initial_report',
      'child_out',
      'A child whose initial report is a maltreatment death is out.',
    ),
    {
      name: 'recurrence_days',
      value: '15-365',
      words: 'A report within 14 days is taken as the same incident.',
      isChoice: false,
    },
  ],
  source: dictionary('pages 3-4'),
  seriesInWords:
    'Children whose first such report of that month (or quarter) fell in it, followed for a year each. A child with two reports in a year can be the initial one of two months.',
  nationalPerformance: 9.7,
  version: '1',
};
