/**
 * A scope is the proof that somebody may do something somewhere. Reads and writes ask for one, and only this file makes
 * them: a query without a permission check does not compile.
 */
import { NotAllowed } from '../../platform/errors.ts';
import type { Actor, Assignment } from './actor.ts';
import { grantsOf, type Permission, whoCan } from './permission.ts';
import { type Place, placeText, type Reach, reaches } from './place.ts';

declare const proof: unique symbol;

/** `Action` stands where a function takes it, so that a scope for more also serves where less is asked. */
export interface Scope<Action extends string> {
  readonly [proof]: (action: Action) => void;
  readonly actorId: string;
  /** Roles for row-level security: those of the actor that give this permission, or `system`. */
  readonly roles: readonly string[];
  /** Where the actor may do what was asked; with `reach` it says which rows are within reach. */
  readonly places: readonly Place[];
  readonly reach: Reach;
  readonly agency: string;
  /** What was asked, or for the system why it acts. Written to the audit. */
  readonly because: string;
  readonly isSystem: boolean;
}

/** What the program may do by itself: everything, and each change says so in the audit. */
export type SystemScope = Scope<string>;

const genuine = new WeakSet<object>();

const make = <Action extends string>(content: Omit<Scope<Action>, typeof proof>): Scope<Action> => {
  const scope = Object.freeze(content) as Scope<Action>;
  genuine.add(scope);
  return scope;
};

const refusal = (permission: Permission, at: Place | undefined, isSomewhere: boolean): NotAllowed => {
  const where = isSomewhere && at !== undefined ? ` at ${placeText(at)}` : '';
  const who = permission.at === 'state' ? ' It takes the role for the whole state.' : '';
  return new NotAllowed(`You may not ${permission.inWords}${where}.`, `${whoCan(permission)}${who}`);
};

const each = <T>(of: Iterable<T>): T[] => [...new Set(of)];

/**
 * Throws `NotAllowed`, saying who can, unless one of the actor's roles may; with `at`, unless it may there. Then the
 * scope is for that place alone.
 */
export const scopeFor = <Action extends string>(
  actor: Actor,
  permission: Permission<Action>,
  at?: Place,
): Scope<Action> => {
  const anywhere: readonly Assignment[] = grantsOf(actor.assignments, permission);
  const there = anywhere.filter(({ place }) => at === undefined || reaches(place, at, permission.reach));
  if (there.length === 0) throw refusal(permission, at, anywhere.length > 0);
  return make({
    actorId: actor.id,
    roles: each(there.map(({ role }) => role)),
    places: at === undefined ? each(there.map(({ place }) => place)) : [at],
    reach: permission.reach,
    agency: actor.agency,
    because: permission.action,
    isSystem: false,
  });
};

/** True when what was asked may be done at this place. */
export const isWithin = (scope: Scope<never>, place: Place): boolean =>
  scope.isSystem || scope.places.some((held) => reaches(held, place, scope.reach));

/**
 * For the command line, whose operator holds the data folder itself, and for jobs. `onBehalfOf` is the account that
 * asked for the job: it stands in the audit, with the reason.
 */
export const systemScope = (reason: string, onBehalfOf = 'system'): SystemScope =>
  make({
    actorId: onBehalfOf,
    roles: ['system'],
    places: ['state'],
    reach: 'below',
    agency: '',
    because: reason,
    isSystem: true,
  });

/** A scope that a cast made up is caught here, before it reaches a table. */
export const checkGenuine = (scope: Scope<never>): void => {
  if (!genuine.has(scope)) throw new Error('This scope was not made by app/commons/permissions.');
};
