/**
 * What stands on Juniper's charts: a change of policy and notes, plainly invented, fitting the story (story.md). The change
 * moves no measure by definition: nothing in the data counts by another rule on any day.
 */
import type { Place } from '../app/commons/permissions/place.ts';
import type { MarkForm, MeasureId } from '../app/rooms/measures/public.ts';

export interface SeedMark {
  /** Names it, so that it is written once. */
  readonly key: string;
  readonly place: Place;
  readonly form: MarkForm;
}

const note = (
  head: Pick<SeedMark, 'key' | 'place'>,
  measure: MeasureId,
  on: string,
  words: string,
): SeedMark => ({
  ...head,
  form: { kind: 'note', on, label: '', words, measures: [measure], moves: [], source: '' },
});

export const juniperMarks: readonly SeedMark[] = [
  {
    key: 'kin-standards',
    place: 'state',
    form: {
      kind: 'policy',
      on: '2025-07-01',
      label: 'Kin standards',
      words: 'Relatives and family friends may be licensed by standards of their own.',
      measures: ['H3', 'P5'],
      moves: [],
      source: 'Juniper Administrative Rule 410-12, invented like the state',
    },
  },
  note(
    { key: 'fewer-hearings', place: 'state' },
    'P1',
    '2025-12-01',
    'From this week on courts hold fewer hearings in 14 of the 24 counties.',
  ),
  note(
    { key: 'ice', place: 'state' },
    'C1',
    '2025-01-20',
    'Offices in five northern counties were closed for a week of ice; visits were made up within the month.',
  ),
  note(
    { key: 'family-time', place: 'county:Oakmoss' },
    'P1',
    '2024-10-01',
    'A family-time court begins: it meets families every month.',
  ),
  note(
    { key: 'goldenrod-kin', place: 'county:Goldenrod' },
    'H3',
    '2026-05-04',
    'The search for kin on the day of removal begins in all units of the county.',
  ),
];
