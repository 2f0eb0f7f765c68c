import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByReports, linkedToRemovals } from '../shared/carried.ts';

export const notBroughtIntoCare: MeasureDefinition = {
  id: 'H2',
  slug: 'not-brought-into-care',
  title: 'Not brought into care and no new finding, in 12 months',
  question:
    'Of the children found to be mistreated, how many were neither brought into care nor mistreated again within a year? (It does not prove that a child was safe or living at home.)',
  numeratorInWords:
    'Children in the denominator with no removal on or after the report and before its anniversary, and no recurrence of maltreatment.',
  denominatorInWords:
    'The children of the recurrence measure who were not already in care on the day of the report.',
  kind: 'outcome',
  direction: 'up',
  unit: { per: 100, words: 'percent of children', short: '%' },
  interval: 'wilson',
  partner: 'H5',
  tables: ['removals', 'reports'],
  followUp: { months: 12, days: 0 },
  restsOnDispositions: true,
  ...carriedByReports,
  ageOn: 'the day of the initial report',
  settings: linkedToRemovals,
  source: 'Midcourse: keeping children with families, the side that the federal indicators do not show',
  seriesInWords:
    'Children whose first such report of that month (or quarter) fell in it, followed for 12 months each.',
  nationalPerformance: null,
  version: '1',
};
