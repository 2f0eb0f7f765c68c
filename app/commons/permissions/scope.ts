/**
 * A scope is the proof that somebody may do something. Reads and writes ask for one, and only this file makes them:
 * a query without a permission check does not compile.
 */
import { NotAllowed } from '../../platform/errors.ts';
import type { Actor } from './actor.ts';
import { isAllowed, type Permission, whoCan } from './permission.ts';

declare const proof: unique symbol;

/** `Action` stands where a function takes it, so that a scope for more also serves where less is asked. */
export interface Scope<Action extends string> {
  readonly [proof]: (action: Action) => void;
  readonly actorId: string;
  /** Roles for row-level security: the actor's, or `system`. */
  readonly roles: readonly string[];
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

/** Throws `NotAllowed`, saying who can, unless one of the actor's roles may. */
export const scopeFor = <Action extends string>(
  actor: Actor,
  permission: Permission<Action>,
): Scope<Action> => {
  if (!isAllowed(actor.roles, permission))
    throw new NotAllowed(`You may not ${permission.inWords}.`, whoCan(permission));
  return make({
    actorId: actor.id,
    roles: actor.roles,
    agency: actor.agency,
    because: permission.action,
    isSystem: false,
  });
};

/**
 * For the command line, whose operator holds the data folder itself, and for jobs. `onBehalfOf` is the account that
 * asked for the job: it stands in the audit, with the reason.
 */
export const systemScope = (reason: string, onBehalfOf = 'system'): SystemScope =>
  make({ actorId: onBehalfOf, roles: ['system'], agency: '', because: reason, isSystem: true });

/** A scope that a cast made up is caught here, before it reaches a table. */
export const checkGenuine = (scope: Scope<never>): void => {
  if (!genuine.has(scope)) throw new Error('This scope was not made by app/commons/permissions.');
};
