/** Figures of few children leave a stored version only with a reason, and the reason is put on record first. */
import { recordAudit } from '../../../app/commons/audit/writes.ts';
import type { SystemScope } from '../../../app/commons/permissions/scope.ts';
import { transactIn } from '../../../app/commons/permissions/transact-in.ts';
import type { Database } from '../../../app/platform/database/database.ts';

export const recordUnsuppressed = (
  database: Database,
  scope: SystemScope,
  version: number,
  reason: string,
): Promise<void> =>
  transactIn(database, scope, (tx) =>
    recordAudit(tx, scope, {
      event: 'small-cells-read',
      subject: `data-version:${version}`,
      details: { reason },
    }),
  );
