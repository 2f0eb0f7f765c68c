/** The place a board is about: the whole state, a county, a Nation; and the others the reader may turn to. */
import { type Actor, placesOf } from '../../commons/permissions/actor.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { countyPlace, kindOf, nameOf, type Place } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { resultsPolicy } from '../../rooms/measures/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import type { Where } from '../measures/measure-summary.ts';
import type { Visit } from '../page.ts';
import { ownerPlace, placeChoices, valuesPlace } from '../values/values-scope.ts';

const { 'measures.read': read } = resultsPolicy;

const worksIn = (actor: Actor, place: Place): boolean => placesOf(actor).map(ownerPlace).includes(place);

/** Everybody inside sees the whole state's; a county's, those who work there and those the state sends. */
export const boardPlace = (visit: Pick<Visit, 'url' | 'actor'>): Place => {
  const place = valuesPlace(visit);
  if (place !== 'state' && !worksIn(visit.actor, place)) scopeFor(visit.actor, read, place);
  return place;
};

export const whereOf = (place: Place): Where => (kindOf(place) === 'county' ? { county: nameOf(place) } : {});

export const boardChoices = (actor: Actor, counties: readonly string[], shown: Place): Choice[] =>
  placeChoices([
    'state',
    shown,
    ...placesOf(actor).map(ownerPlace),
    ...counties.map(countyPlace).filter((county) => isAllowed(actor.assignments, read, county)),
  ]);
