/** The way from a scope to the tables: one transaction whose row-level security knows who asks, and for where. */
import type { Database, Transaction } from '../../platform/database/database.ts';
import { checkGenuine, type Scope } from './scope.ts';

/** What row-level security is told (migrations/README.md). Only what opens further tables than a room's calls it itself. */
export const settingsOf = (scope: Scope<never>): Record<string, string> => {
  checkGenuine(scope);
  return {
    'midcourse.actor_id': scope.actorId,
    'midcourse.roles': scope.roles.join(','),
    'midcourse.places': scope.places.join('\n'),
    'midcourse.reach': scope.reach,
    'midcourse.scope': scope.agency,
  };
};

/** Commits when `work` resolves, rolls back when it throws. */
export const transactIn = async <T>(
  database: Database,
  scope: Scope<never>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => database.transact(settingsOf(scope), work);
