/** What a form of a mark offers: places where its writer may write, and the measures. */
import type { Actor } from '../../../commons/permissions/actor.ts';
import { grantsOf } from '../../../commons/permissions/permission.ts';
import { countyPlace, type Place, placeText } from '../../../commons/permissions/place.ts';
import { catalog, type MeasureId, marksPolicy, measureIds } from '../../../rooms/measures/public.ts';
import type { Choice } from '../../../ui/filter-select.tsx';
import { emptyFields } from './mark-fields.ts';
import type { NoteFormData } from './note-form.tsx';

export interface MarkChoices {
  readonly places: readonly Choice[];
  readonly measures: readonly Choice[];
}

/** Where this person may write on charts; none where nowhere. */
export const markPlaces = (actor: Actor): Place[] => [
  ...new Set(grantsOf(actor.assignments, marksPolicy['marks.change']).map(({ place }) => place)),
];

export const markChoices = (actor: Actor): MarkChoices => ({
  places: markPlaces(actor).map((place) => ({ value: place, label: placeText(place) })),
  measures: measureIds.map((id) => ({ value: id, label: catalog[id].title })),
});

/** Null for who may not write on charts. */
export const noteFormFor = (
  actor: Actor,
  measure: MeasureId,
  county: string | undefined,
): NoteFormData | null => {
  const place = usualPlace(actor, county);
  return place === undefined
    ? null
    : { fields: emptyFields('note', measure, place), choices: markChoices(actor) };
};

/** The chart's own place where somebody may write there, else the first of theirs. */
export const usualPlace = (actor: Actor, county: string | undefined): Place | undefined => {
  const places = markPlaces(actor);
  const wanted = county === undefined ? 'state' : countyPlace(county);
  return places.find((place) => place === wanted) ?? places[0];
};
