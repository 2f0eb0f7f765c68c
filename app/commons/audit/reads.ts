/** What was done, newest first. */
import { desc, eq } from 'drizzle-orm';
import type { Database } from '../../platform/database/database.ts';
import type { Scope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { auditEntries } from './tables.ts';

export type AuditRecord = typeof auditEntries.$inferSelect;

/** At most `limit` entries, of one subject (`data-version:7`) or of all. */
export const listAudit = (
  database: Database,
  scope: Scope<'audit.read'>,
  { subject, limit = 200 }: { readonly subject?: string; readonly limit?: number } = {},
): Promise<AuditRecord[]> =>
  transactIn(database, scope, (tx) =>
    tx
      .select()
      .from(auditEntries)
      .where(subject === undefined ? undefined : eq(auditEntries.subject, subject))
      .orderBy(desc(auditEntries.id))
      .limit(limit),
  );
