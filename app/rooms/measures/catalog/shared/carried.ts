/** What definitions have in common: the breakdowns a source can carry, and settings several measures share. */
import type { Breakdown, MeasureDefinition } from '../definition-shape.ts';

type Carried = Pick<MeasureDefinition, 'breakdowns' | 'notCarried' | 'carriesNation'>;

const all: readonly Breakdown[] = ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'];

export const carriedByEpisodes: Carried = { breakdowns: all, notCarried: {}, carriesNation: true };

export const carriedByReports: Carried = {
  breakdowns: all.filter((breakdown) => breakdown !== 'unit'),
  notCarried: { unit: 'A report does not say which unit it belongs to.' },
  carriesNation: true,
};

export const carriedByPopulation: Carried = {
  breakdowns: ['county', 'age', 'race_ethnicity'],
  notCarried: {
    unit: 'The population does not belong to units.',
    aian_any: 'The population file counts each child under one race or ethnicity only.',
    sex: 'The population file does not say which children are girls and which are boys.',
  },
  carriesNation: false,
};

export const carriedByInvestigations: Carried = {
  breakdowns: ['county'],
  notCarried: {
    unit: 'An investigation does not say which unit it belongs to.',
    age: 'An investigation can concern several children.',
    race_ethnicity: 'An investigation can concern several children.',
    aian_any: 'An investigation can concern several children.',
    sex: 'An investigation can concern several children.',
  },
  carriesNation: false,
};

type Setting = MeasureDefinition['settings'][number];

export const choice = (name: string, value: string, words: string): Setting => ({
  name,
  value,
  words,
  isChoice: true,
});

export const excludeDroppedRecords: Setting = {
  name: 'exclude_dropped_records',
  value: 'on',
  words:
    'AFCARS files only: a child who is absent from the next file and never left is left out of every window whose data reach past the last file that holds the child.',
  isChoice: false,
};

export const shortStaysOut: Setting = {
  name: 'shortest_stay_days',
  value: '8',
  words: 'A complete stay shorter than 8 days is left out.',
  isChoice: false,
};

export const dictionary = (pages: string): string =>
  `Children's Bureau, CFSR Round 4 Statewide Data Indicators Data Dictionary, August 2022, ${pages}`;

/** H2 and H4: how victims' reports are tied to removals. */
export const linkedToRemovals: readonly Setting[] = [
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
];
