import type { MeasureDefinition } from '../definition-shape.ts';
import {
  carriedByEpisodes,
  choice,
  dictionary,
  excludeDroppedRecords,
  shortStaysOut,
} from '../shared/carried.ts';

export const placementStability: MeasureDefinition = {
  id: 'P5',
  slug: 'placement-stability',
  title: 'Placement stability',
  question: 'How often do children have to move from one home to another while they are in care?',
  numeratorInWords:
    'Moves from one home to another by the last day of the window. Runaway, trial home visit, respite and hospital are never moves, and coming back to the same home is none.',
  denominatorInWords:
    'Days in care, up to the last day of the window, of all episodes that began in it, but those shorter than 8 days and those without a placement row.',
  kind: 'outcome',
  direction: 'down',
  unit: { per: 1000, words: 'moves per 1,000 days in care', short: 'per 1,000 days' },
  interval: 'poisson',
  partner: 'H3',
  tables: ['removals', 'placements'],
  followUp: { months: 0, days: 7 },
  restsOnDispositions: false,
  ...carriedByEpisodes,
  ageOn: 'the day of entry, each episode by itself',
  settings: [
    choice(
      'same_home_without_provider',
      'after_a_break_in_the_same_setting',
      'Where a provider is unknown, a child is back in the same home only when a runaway, trial visit, respite or hospital stay stood between and the setting is the same.',
    ),
    choice(
      'legacy_settings',
      'placement_settings_minus_1',
      'Legacy AFCARS records have no placement rows; their number of settings, less one, stands for the moves of the whole episode.',
    ),
    shortStaysOut,
    excludeDroppedRecords,
  ],
  source: dictionary('pages 7-8'),
  seriesInWords:
    'Episodes that began in that month (or quarter), with their days and moves up to its last day only: the first weeks in care, when children move most. It lies well above the 12-month figure and is not compared with it.',
  nationalPerformance: 4.48,
  version: '1',
};
