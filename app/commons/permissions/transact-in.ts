/** The way from a scope to the tables: one transaction whose row-level security knows who asks. */
import type { Database, Transaction } from '../../platform/database/database.ts';
import { checkGenuine, type Scope } from './scope.ts';

export const transactIn = <T>(
  database: Database,
  scope: Scope<never>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  checkGenuine(scope);
  return database.transact(
    {
      'midcourse.actor_id': scope.actorId,
      'midcourse.roles': scope.roles.join(','),
      'midcourse.agency': scope.agency,
    },
    work,
  );
};
