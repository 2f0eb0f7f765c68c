/** What can be chosen in a decision's form and in the list's filters, in plain words. */
import { catalog, type MeasureId, measureIds } from '../../rooms/measures/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import type { ChoiceGroup } from '../../ui/grouped-select.tsx';
import { effectText } from '../../words/decision-words.ts';

type Direction = 'up' | 'down' | 'same';

const noEffect: ChoiceGroup = { heading: '', choices: [{ value: '', label: 'None that we measure' }] };

const effect = (measure: MeasureId, direction: Direction): Choice => ({
  value: `${measure}:${direction}`,
  label: effectText(measure, direction),
});

/** Ways a measure may be hoped to go: its better one; both where neither is better. */
const hopes = (measure: MeasureId): Direction[] => {
  const { direction } = catalog[measure];
  return direction === 'neither' ? ['up', 'down'] : [direction];
};

const kindHeadings = {
  outcome: 'How children and families are',
  practice: 'How we work',
  balancing: 'Seen beside the others',
  compliance: 'Promises kept',
} as const;

const byKind = (directionsOf: (measure: MeasureId) => readonly Direction[]): ChoiceGroup[] =>
  Object.entries(kindHeadings).map(([kind, heading]) => ({
    heading,
    choices: measureIds
      .filter((measure) => catalog[measure].kind === kind)
      .flatMap((measure) => directionsOf(measure).map((direction) => effect(measure, direction))),
  }));

/** For the form of one minute: what we hope to see, in words. */
export const hopedEffects: readonly ChoiceGroup[] = [noEffect, ...byKind(hopes)];

/** For the full form: the other way too, and that nothing moves. */
export const allEffects: readonly ChoiceGroup[] = [
  noEffect,
  ...byKind((measure) => {
    const first = hopes(measure)[0] ?? 'up';
    return [first, first === 'up' ? 'down' : 'up', 'same'];
  }),
];

export const isEffect = (text: string): boolean =>
  text === '' || allEffects.some(({ choices }) => choices.some(({ value }) => value === text));

export const measureChoices: readonly Choice[] = measureIds.map((id) => ({
  value: id,
  label: catalog[id].title,
}));

export const isMeasureId = (text: string): text is MeasureId => measureIds.some((id) => id === text);
