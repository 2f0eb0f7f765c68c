/** What the pages of people share about forms of roles. */
import { assignmentsIn, mostRows, type RoleRow, rowsSent } from '../../commons/identity/people/role-rows.ts';
import type { Place } from '../../commons/permissions/place.ts';
import { roles, roleTitles } from '../../commons/permissions/role.ts';
import type { KnownName } from '../../ui/name-list.tsx';
import type { Visit } from '../page.ts';
import { knownPlaces } from '../places/known-places.ts';
import { placeProblem } from '../places/place-problem.ts';

export const roleChoices = roles.map((role) => ({ value: role as string, label: roleTitles[role] }));

/** Which button sent the form. */
export const actOf = (fields: Readonly<Record<string, unknown>>): string =>
  typeof fields.act === 'string' ? fields.act : '';

const another: RoleRow = { role: '', kind: 'state', name: '' };

/** The rows of a form, one more where "Add another role" was pressed. */
export const rowsOf = (fields: Readonly<Record<string, unknown>>): RoleRow[] => {
  const sent = rowsSent(fields);
  return actOf(fields) === 'more' && sent.length < mostRows ? [...sent, another] : sent;
};

/** A county or a unit that the data do not know is refused with the one that may be meant; `held` stays, known or not. */
export const assignmentsOf = async (
  visit: Visit,
  fields: Readonly<Record<string, unknown>>,
  held: readonly Place[] = [],
) => {
  const known = await knownPlaces(visit);
  return assignmentsIn(rowsSent(fields), (place) =>
    held.includes(place) ? undefined : placeProblem(place, known),
  );
};

/** Every place that can be named in a form of roles, as it is written there. */
export const placeNames = async (visit: Visit): Promise<KnownName[]> => {
  const { counties, units, nations, partners } = await knownPlaces(visit);
  return [
    ...counties.map((value) => ({ value, label: 'a county' })),
    ...units.map(({ county, unit }) => ({ value: `${county} / ${unit}`, label: 'a unit' })),
    ...nations.map((value) => ({ value, label: 'a Tribal nation' })),
    ...partners.map((value) => ({ value, label: 'a partner' })),
  ];
};
