/** Says how many people work in units. */
import { sql } from 'drizzle-orm';
import { recordAudit } from '../../../../../commons/audit/writes.ts';
import type { Scope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import { type UnitSize, unitSizeForm } from './forms.ts';
import { unitSizes } from './tables.ts';

/** All of them or none. A unit that is known gets the new number. */
export const setUnitSizes = async (
  database: Database,
  scope: Scope<'units.change'>,
  sizes: readonly UnitSize[],
): Promise<void> => {
  const rows = sizes.map((size) => ({ ...unitSizeForm.parse(size), changedBy: scope.actorId }));
  if (rows.length === 0) return;
  await transactIn(database, scope, async (tx) => {
    await tx
      .insert(unitSizes)
      .values(rows)
      .onConflictDoUpdate({
        target: [unitSizes.county, unitSizes.unit],
        set: { workers: sql`excluded.workers`, changedBy: scope.actorId, changedAt: sql`now()` },
      });
    await recordAudit(tx, scope, {
      event: 'unit-sizes-set',
      subject: 'units',
      details: { units: rows.length },
    });
  });
};
