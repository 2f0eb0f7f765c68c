/** Puts on record what was done, in the transaction that does it: both happen or neither. */
import type { Transaction } from '../../platform/database/database.ts';
import type { Scope } from '../permissions/scope.ts';
import { auditEntries } from './tables.ts';

export interface AuditEntry {
  /** Past tense: `version-published`. */
  readonly event: string;
  /** What it was done to: `data-version:7`. */
  readonly subject: string;
  /** Ids and counts, never names or values of records. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** `tx` must be a transaction of the same scope (`transactIn`): the database refuses an entry in another's name. */
export const recordAudit = async (
  tx: Transaction,
  scope: Scope<never>,
  { event, subject, details = {} }: AuditEntry,
): Promise<void> => {
  await tx
    .insert(auditEntries)
    .values({ actorId: scope.actorId, because: scope.because, event, subject, details });
};
