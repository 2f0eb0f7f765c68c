/** What holds for signing in and for mail in this agency. */
import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import type { Role } from '../../permissions/role.ts';
import type { Scope } from '../../permissions/scope.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import { agencySettings } from './tables.ts';

export interface AgencySettings {
  readonly secondFactorRoles: readonly Role[];
  /** The mail server that messages may leave through. */
  readonly mailHost: string | null;
}

export const settingsIn = async (tx: Transaction, agency: string): Promise<AgencySettings> => {
  const [row] = await tx.select().from(agencySettings).where(eq(agencySettings.agency, agency));
  return { secondFactorRoles: row?.secondFactorRoles ?? [], mailHost: row?.mailHost ?? null };
};

export const getSettings = (database: Database, scope: Scope<'accounts.manage'>): Promise<AgencySettings> =>
  transactWithAccounts(database, scope, (tx) => settingsIn(tx, scope.agency));
