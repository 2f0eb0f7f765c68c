import type { MeasureDefinition } from '../definition-shape.ts';
import { carriedByEpisodes, choice, excludeDroppedRecords } from '../shared/carried.ts';

export const monthlyVisits: MeasureDefinition = {
  id: 'C1',
  slug: 'monthly-visits',
  title: 'Monthly caseworker visits',
  question:
    'In how many of the months children spend in care does their caseworker visit? (A promise kept; it does not say whether families are better off.)',
  numeratorInWords: 'Child-months in the denominator with at least one visit on any day of the month.',
  denominatorInWords:
    'Full calendar months of the window, over by as-of, in which a child under 18 was in care on every day.',
  kind: 'compliance',
  direction: 'up',
  unit: { per: 100, words: 'percent of child-months', short: '%' },
  interval: 'wilson',
  partner: 'P1',
  tables: ['removals', 'visits'],
  followUp: { months: 0, days: 0 },
  restsOnDispositions: false,
  ...carriedByEpisodes,
  ageOn: 'the day of entry or the first day of the window, whichever is later',
  second: {
    name: 'residence',
    words:
      'Of the visited months, those with a visit where the child lives. A blank location is not the residence.',
  },
  settings: [
    choice(
      'group_of_a_child',
      'first_episode_of_the_window',
      "A child's months go with the first episode in care in the window, so that groups add up to the total.",
    ),
    excludeDroppedRecords,
  ],
  source: 'Social Security Act, section 424(f): 95% of months visited, 50% of those in the residence',
  seriesInWords: 'Child-months of that month (or of the three months of that quarter).',
  nationalPerformance: null,
  version: '1',
};
