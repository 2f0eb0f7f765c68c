/**
 * Whose eyes figures are for. Made from an actor's scopes alone, so that no page can choose what it shows: who may see
 * small cells sees them of the places where that role is held; a Nation's people see their own children; everybody else
 * sees what is safe to show (guarded-figure.ts).
 */
import type { Actor } from '../../../../commons/permissions/actor.ts';
import { isAllowed, type Permission } from '../../../../commons/permissions/permission.ts';
import { countyOf, kindOf, nameOf, type Place, placeText } from '../../../../commons/permissions/place.ts';
import { isWithin, type Scope, scopeFor } from '../../../../commons/permissions/scope.ts';
import { NotAllowed } from '../../../../platform/errors.ts';
import type { FigureRequest } from '../figure.ts';
import { resultsPolicy } from '../policy.ts';

export interface Viewer {
  /** Where small cells may be seen, of everything there; null: nowhere. */
  readonly small: Scope<'cells.small'> | null;
  /** Counties and units whose own small cells may be seen by who works there; null: none. */
  readonly own: Scope<'cells.own'> | null;
  /** A Nation, whose people see figures of its own children and no others. */
  readonly nation: Scope<'measures.read'> | null;
}

/** Who sees nothing but what is safe to show: the public page, partners, and the command line unless it says why not. */
export const anybody: Viewer = { small: null, own: null, nation: null };

const isNation = (place: Place): boolean => kindOf(place) === 'nation';

const scopeIfAllowed = <A extends string>(actor: Actor, permission: Permission<A>): Scope<A> | null =>
  isAllowed(actor.assignments, permission) ? scopeFor(actor, permission) : null;

/** `at`: the place the page is about. Throws `NotAllowed` for who may not see the measures, or not there. */
export const viewerFor = (actor: Actor, at?: Place): Viewer => {
  const reads = scopeFor(actor, resultsPolicy['measures.read']);
  // A Nation's people see their own children, and no page of the state's is about them alone.
  const isOfNationsAlone = reads.places.every(isNation);
  const nation = (at !== undefined && isNation(at)) || isOfNationsAlone ? (at ?? reads.places[0]) : undefined;
  if (nation !== undefined) {
    return { ...anybody, nation: scopeFor(actor, resultsPolicy['measures.read'], nation) };
  }
  if (at !== undefined && at !== 'state' && countyOf(at) === null) {
    throw new NotAllowed(
      `There are no figures of ${placeText(at)}.`,
      'Choose a county, a unit or the whole state.',
    );
  }
  return {
    small: scopeIfAllowed(actor, resultsPolicy['cells.small']),
    own: scopeIfAllowed(actor, resultsPolicy['cells.own']),
    nation: null,
  };
};

/** The place a request is narrowed to. A unit without its county is one of the viewer's own, if it has that name. */
const placeOf = ({ where = {} }: Pick<FigureRequest, 'where'>, held: readonly Place[]): Place => {
  if (where.unit === undefined) return where.county === undefined ? 'state' : `county:${where.county}`;
  const named = held.find((place) => kindOf(place) === 'unit' && nameOf(place) === where.unit);
  const inCounty = held.find((place) => kindOf(place) === 'county');
  const own = named ?? inCounty;
  const county = where.county ?? (own === undefined ? null : countyOf(own));
  return county === null ? 'state' : `unit:${county}/${where.unit}`;
};

type OpenScope = Scope<'cells.small'> | Scope<'cells.own'> | Scope<'measures.read'>;

/** The scope within which this viewer sees everything of a request; null where the viewer sees what is safe to show. */
export const openScope = (viewer: Viewer, request: Pick<FigureRequest, 'where'>): OpenScope | null => {
  if (viewer.nation) return viewer.nation;
  const { small, own } = viewer;
  if (small && isWithin(small, placeOf(request, small.places))) return small;
  if (!own) return null;
  const place = placeOf(request, own.places);
  return place !== 'state' && isWithin(own, place) ? own : null;
};
