/** A policy is a table: action → who may, and how far a role reaches. Each room keeps its own in `policy.ts`. */
import type { Assignment } from './actor.ts';
import { type Place, type Reach, reaches } from './place.ts';
import { type Role, roleNames } from './role.ts';

export interface Permission<Action extends string = string> {
  readonly action: Action;
  readonly mayBeDoneBy: readonly Role[];
  /** Completes "You may not …": `delete a data version`. */
  readonly inWords: string;
  /** How far a role held at a place reaches; `own` unless said. */
  readonly reach: Reach;
  /** `state`: only a role held for the whole state counts. */
  readonly at: 'anywhere' | 'state';
}

interface Entry {
  readonly mayBeDoneBy: readonly Role[];
  readonly inWords: string;
  readonly reach?: Reach;
  readonly at?: 'state';
}

export type Policy<Actions extends string> = { readonly [A in Actions]: Permission<A> };

/** `definePolicy({ 'versions.use': { mayBeDoneBy: ['analyst'], inWords: 'change the data version in use' } })` */
export const definePolicy = <Actions extends string>(
  table: Readonly<Record<Actions, Entry>>,
): Policy<Actions> =>
  Object.fromEntries(
    Object.entries<Entry>(table).map(([action, entry]) => [
      action,
      { reach: 'own', at: 'anywhere', ...entry, action },
    ]),
  ) as Policy<Actions>;

/** The assignments that give the permission, wherever they are held. */
export const grantsOf = (held: readonly Assignment[], permission: Permission): Assignment[] =>
  held.filter(
    ({ role, place }) =>
      permission.mayBeDoneBy.includes(role) && (permission.at === 'anywhere' || place === 'state'),
  );

/** True when one of these assignments may: at `wanted`, or anywhere when no place is asked for. */
export const isAllowed = (held: readonly Assignment[], permission: Permission, wanted?: Place): boolean =>
  grantsOf(held, permission).some(
    ({ place }) => wanted === undefined || reaches(place, wanted, permission.reach),
  );

/** "An analyst or an administrator can." */
export const whoCan = ({ mayBeDoneBy }: Pick<Permission, 'mayBeDoneBy'>): string => {
  const names = mayBeDoneBy.map((role) => roleNames[role]);
  const last = names.at(-1) ?? 'Nobody';
  const sentence = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last} can.` : `${last} can.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};
