/** Who writes a decision down, and where: what their form offers, and what it fills in for them. */
import { grantsOf, isAllowed } from '../../commons/permissions/permission.ts';
import { countyOf, type Place, placeText } from '../../commons/permissions/place.ts';
import { type Role, roleTitles } from '../../commons/permissions/role.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import {
  decisionsPolicy,
  type Level,
  levels,
  levelsOf,
  listValues,
  valuesPolicy,
} from '../../rooms/values/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import type { ChoiceGroup } from '../../ui/grouped-select.tsx';
import { levelNames } from '../../words/decision-words.ts';
import type { Visit } from '../page.ts';
import { placeAsked } from '../place-asked.ts';
import { allEffects, hopedEffects, measureChoices } from './decision-choices.ts';
import type { Defaults } from './form-fields.ts';

export interface DecisionWriter {
  readonly place: Place;
  readonly placeName: string;
  readonly mayDecide: boolean;
  readonly mayDecideAt: readonly Level[];
  readonly defaults: Defaults;
  readonly values: readonly Choice[];
  readonly levels: readonly Choice[];
  readonly places: readonly Choice[];
  readonly measures: readonly Choice[];
  readonly hopedEffects: readonly ChoiceGroup[];
  readonly allEffects: readonly ChoiceGroup[];
}

/** The level at which a role mostly decides. */
const usualLevel = (role: Role, place: Place): Level => {
  if (role === 'frontline' || role === 'supervisor') return role;
  return role === 'leader' && place === 'state' ? 'executive' : 'manager';
};

/** "Supervisor, Birchmere 3 in Birchmere": a role, never a name. */
const roleAt = (role: Role, place: Place): string =>
  place === 'state' ? `${roleTitles[role]} of the state agency` : `${roleTitles[role]}, ${placeText(place)}`;

const draftsOf = (visit: Pick<Visit, 'actor'>) =>
  grantsOf(visit.actor.assignments, decisionsPolicy['decisions.draft']);

/** Throws NotAllowed where the person may not write at the place asked for. */
export const writerFor = async (visit: Visit, at?: Place): Promise<DecisionWriter> => {
  const { actor, services } = visit;
  const place = at ?? placeAsked(visit, decisionsPolicy['decisions.draft']);
  const { roles } = scopeFor(actor, decisionsPolicy['decisions.draft'], place);
  const mayDecide = isAllowed(actor.assignments, decisionsPolicy['decisions.decide'], place);
  const mayDecideAt = mayDecide
    ? levelsOf(scopeFor(actor, decisionsPolicy['decisions.decide'], place).roles)
    : [];
  const [role = 'analyst'] = roles as Role[];
  const offered = roles.includes('analyst') ? levels : mayDecideAt;
  const values = (await listValues(services.database, scopeFor(actor, valuesPolicy['values.read']))).filter(
    (value) => value.place === 'state' || countyOf(value.place) === countyOf(place),
  );
  return {
    place,
    placeName: placeText(place),
    mayDecide,
    mayDecideAt,
    defaults: { level: usualLevel(role, place), decidedBy: roleAt(role, place), today: todayOn() },
    values: values.map(({ id, statement }) => ({ value: id, label: statement })),
    levels: offered.map((level) => ({ value: level, label: levelNames[level] })),
    places: draftsOf(visit).map((held) => ({ value: held.place, label: placeText(held.place) })),
    measures: measureChoices,
    hopedEffects,
    allEffects,
  };
};
