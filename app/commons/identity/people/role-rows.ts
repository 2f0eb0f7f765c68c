/** Roles and places as a plain form sends them: one row each, `role-1`, `kind-1`, `name-1`, and so on. */
import type { Assignment } from '../../permissions/actor.ts';
import { countyOf, isPlace, kindOf, nameOf, type Place, type PlaceKind } from '../../permissions/place.ts';
import { isRole, type Role } from '../../permissions/role.ts';
import type { Fields } from '../checked-form.ts';
import type { Refused } from '../through-handler.ts';

export interface RoleRow {
  readonly role: string;
  readonly kind: string;
  readonly name: string;
}

export const mostRows = 12;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The rows as they were sent, so that a refused form comes back as it was. */
export const rowsSent = (fields: Fields): RoleRow[] =>
  Array.from({ length: mostRows }, (_, index) => index + 1)
    .filter((number) => `role-${number}` in fields)
    .map((number) => ({
      role: text(fields[`role-${number}`]),
      kind: text(fields[`kind-${number}`]),
      name: text(fields[`name-${number}`]),
    }));

export const rowOf = ({ role, place }: Assignment): RoleRow => {
  const kind = kindOf(place);
  if (kind === 'state') return { role, kind, name: '' };
  return { role, kind, name: kind === 'unit' ? `${countyOf(place)} / ${nameOf(place)}` : nameOf(place) };
};

const placeOf = ({ kind, name }: RoleRow): string =>
  kind === 'state' ? 'state' : `${kind}:${name.replace(/\s*\/\s*/, '/')}`;

/** A Nation is represented by its own, a partner is a guest: neither role is held for a part of the agency, nor the others there. */
const fits = (role: Role, kind: PlaceKind): boolean => {
  if (role === 'nation' || role === 'partner') return kind === role;
  if (role === 'administrator') return kind === 'state';
  return kind !== 'nation' && kind !== 'partner';
};

/** Why a place that could be one is none here; undefined where it is. */
export type PlaceCheck = (place: Place) => string | undefined;

const problemOf = (row: RoleRow, isUnknown: PlaceCheck): string | undefined => {
  const place = placeOf(row);
  if (!isRole(row.role)) return 'Choose a role.';
  if (row.kind === 'unit' && !row.name.includes('/'))
    return 'Write a unit with its county before it, such as Alder / Alder 2.';
  if (!isPlace(place)) return 'Write the name of the place.';
  if (fits(row.role, kindOf(place))) return isUnknown(place);
  if (row.role === 'nation') return 'Choose “A Tribal nation” and write its name.';
  if (row.role === 'partner') return 'Choose “A partner” and write the name of the organization.';
  return row.role === 'administrator'
    ? 'An administrator is one for the whole state.'
    : 'Choose the state, a county or a unit for this role.';
};

/** Rows without a role are left out. `isUnknown`: what the caller knows of places besides their form. */
export const assignmentsIn = (
  rows: readonly RoleRow[],
  isUnknown: PlaceCheck = () => undefined,
): { readonly ok: true; readonly assignments: Assignment[] } | Refused => {
  const fields: Record<string, string> = {};
  const assignments = new Map<string, Assignment>();
  for (const [index, row] of rows.entries()) {
    if (row.role === '') continue;
    const [problem, place] = [problemOf(row, isUnknown), placeOf(row)];
    if (problem !== undefined) fields[`name-${index + 1}`] = problem;
    else if (isRole(row.role) && isPlace(place))
      assignments.set(`${row.role} ${place}`, { role: row.role, place });
  }
  if (Object.keys(fields).length > 0)
    return { ok: false, status: 400, problem: 'A role needs another look.', fields };
  if (assignments.size > 0) return { ok: true, assignments: [...assignments.values()] };
  return {
    ok: false,
    status: 400,
    problem: 'Choose at least one role.',
    fields: { 'name-1': 'Choose a role.' },
  };
};
