/** The place a page is about: the one its address names, else the first where the person works. */
import { type Actor, placesOf } from '../commons/permissions/actor.ts';
import { grantsOf, type Permission } from '../commons/permissions/permission.ts';
import { countyOf, kindOf, nameOf, type Place, parsePlace } from '../commons/permissions/place.ts';

/** `?at=county:Alder`. Throws `Invalid` for what is no place; whether the person may be there is the permission's to say. */
export const placeAsked = (
  { url, actor }: { readonly url: URL; readonly actor: Actor },
  permission?: Permission,
): Place => {
  const asked = url.searchParams.get('at');
  if (asked !== null && asked !== '') return parsePlace(asked);
  const own = permission
    ? grantsOf(actor.assignments, permission).map(({ place }) => place)
    : placesOf(actor);
  return own[0] ?? 'state';
};

/** The filters of a figure of this place. Of a Nation there are none: its people see its own children by who they are. */
export const whereAt = (place: Place): { county?: string; unit?: string } => {
  const county = countyOf(place);
  if (county === null) return {};
  return kindOf(place) === 'unit' ? { county, unit: nameOf(place) } : { county };
};
