/** Who asks for values: somebody inside, or a guest who sees what was shared. */
import { type Actor, placesOf } from '../../commons/permissions/actor.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { countyOf, countyPlace, kindOf, type Place, placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { listValues, type ValuesReadScope, valuesPolicy } from '../../rooms/values/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import type { Visit } from '../page.ts';
import { placeAsked } from '../place-asked.ts';
import type { Asking } from '../version-in-use.ts';

const { 'values.read': read, 'values.see-shared': seeShared, 'values.change': change } = valuesPolicy;

/** Throws NotAllowed for whoever is neither. */
export const readValuesAs = (actor: Actor): ValuesReadScope =>
  isGuest(actor) && isAllowed(actor.assignments, seeShared)
    ? scopeFor(actor, seeShared)
    : scopeFor(actor, read);

export const isGuest = ({ assignments }: Actor): boolean => !isAllowed(assignments, read);

/** A unit has no values of its own: it works by its county's. */
export const ownerPlace = (place: Place): Place => {
  const county = countyOf(place);
  return county === null ? place : countyPlace(county);
};

/** The place whose values a page is about. */
export const valuesPlace = (asking: Pick<Asking, 'url' | 'actor'>): Place =>
  ownerPlace(placeAsked(asking, read));

/** Whether the person may write down, order and change values there. */
export const mayChangeAt = ({ assignments }: Actor, place: Place): boolean =>
  kindOf(place) !== 'unit' && kindOf(place) !== 'partner' && isAllowed(assignments, change, place);

/** `state` reads as itself; others by name. */
export const placeLabel = (place: Place): string => (place === 'state' ? 'Whole state' : placeText(place));

export const placeChoices = (places: Iterable<Place>): Choice[] => {
  const all = [...new Set(places)].toSorted((a, b) =>
    a === 'state' ? -1 : b === 'state' ? 1 : a.localeCompare(b),
  );
  return all.map((place) => ({ value: place, label: placeLabel(place) }));
};

/** Places the person works in, the state, and those whose values they can see. */
export const valuePlaceChoices = async (
  { services, actor }: Pick<Visit, 'services' | 'actor'>,
  shown: Place,
): Promise<Choice[]> => {
  const seen = await listValues(services.database, readValuesAs(actor));
  return placeChoices([
    ...placesOf(actor).map(ownerPlace),
    'state',
    shown,
    ...seen.map(({ place }) => place),
  ]);
};
