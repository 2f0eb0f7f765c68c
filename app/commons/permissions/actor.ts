/** A person who has signed in, as the rooms know them. */
import { type Place, placeText } from './place.ts';
import { type Role, roleTitles } from './role.ts';

export interface Assignment {
  readonly role: Role;
  readonly place: Place;
}

export interface Actor {
  readonly id: string;
  readonly agency: string;
  /** What the person is, and where. None: nobody, with no right at all. */
  readonly assignments: readonly Assignment[];
}

/** Each role once, whatever the place. */
export const rolesOf = ({ assignments }: Pick<Actor, 'assignments'>): Role[] => [
  ...new Set(assignments.map(({ role }) => role)),
];

/** Each place once, in the order they were given. */
export const placesOf = ({ assignments }: Pick<Actor, 'assignments'>): Place[] => [
  ...new Set(assignments.map(({ place }) => place)),
];

/** "Analyst"; "Supervisor, Birchmere 3 in Birchmere". */
export const assignmentText = ({ role, place }: Assignment): string =>
  place === 'state' ? roleTitles[role] : `${roleTitles[role]}, ${placeText(place)}`;
