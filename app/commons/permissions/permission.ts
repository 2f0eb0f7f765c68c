/** A policy is a table: action → who may. Each room keeps its own in `policy.ts`. */
import { type Role, roleNames } from './role.ts';

export interface Permission<Action extends string = string> {
  readonly action: Action;
  readonly mayBeDoneBy: readonly Role[];
  /** Completes "You may not …": `delete a data version`. */
  readonly inWords: string;
}

type Entry = Omit<Permission, 'action'>;

export type Policy<Actions extends string> = { readonly [A in Actions]: Permission<A> };

/** `definePolicy({ 'versions.use': { mayBeDoneBy: ['analyst'], inWords: 'change the data version in use' } })` */
export const definePolicy = <Actions extends string>(
  table: Readonly<Record<Actions, Entry>>,
): Policy<Actions> =>
  Object.fromEntries(
    Object.entries<Entry>(table).map(([action, entry]) => [action, { action, ...entry }]),
  ) as Policy<Actions>;

/** True when one of these roles may. No role, no permission. */
export const isAllowed = (held: readonly Role[], permission: Permission): boolean =>
  permission.mayBeDoneBy.some((role) => held.includes(role));

/** "An analyst or an administrator can." */
export const whoCan = ({ mayBeDoneBy }: Permission): string => {
  const names = mayBeDoneBy.map((role) => roleNames[role]);
  const sentence = `${names.join(' or ')} can.`;
  return names.length === 0 ? 'Nobody can.' : sentence.charAt(0).toUpperCase() + sentence.slice(1);
};
