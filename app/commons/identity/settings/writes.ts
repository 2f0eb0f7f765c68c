/** Changes what holds for the whole agency. */
import { sql } from 'drizzle-orm';
import type { Database } from '../../../platform/database/database.ts';
import { recordAudit } from '../../audit/writes.ts';
import type { Role } from '../../permissions/role.ts';
import type { Scope } from '../../permissions/scope.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import type { AgencySettings } from './reads.ts';
import { agencySettings } from './tables.ts';

type ChangeScope = Scope<'accounts.manage'>;

interface Change {
  readonly event: string;
  readonly set: { secondFactorRoles: Role[] } | { mailHost: string | null };
  readonly details: Readonly<Record<string, string | null>>;
}

const change = (database: Database, scope: ChangeScope, { event, set, details }: Change): Promise<void> =>
  transactWithAccounts(database, scope, async (tx) => {
    const row = { ...set, changedBy: scope.actorId };
    await tx
      .insert(agencySettings)
      .values({ agency: scope.agency, ...row })
      .onConflictDoUpdate({ target: agencySettings.agency, set: { ...row, changedAt: sql`now()` } });
    await recordAudit(tx, scope, { event, subject: 'agency:settings', details });
  });

/** Whoever holds one of these roles and a password is asked for a second factor at the next page. */
export const requireSecondFactor = (
  database: Database,
  scope: ChangeScope,
  roles: readonly Role[],
): Promise<void> =>
  change(database, scope, {
    event: 'second-factor-required',
    set: { secondFactorRoles: [...roles] },
    details: { roles: roles.join(', ') },
  });

/** Messages may leave through this server from now on; null: none at all. */
export const allowMail = (
  database: Database,
  scope: ChangeScope,
  mailHost: AgencySettings['mailHost'],
): Promise<void> =>
  change(database, scope, { event: 'mail-allowed', set: { mailHost }, details: { host: mailHost } });
