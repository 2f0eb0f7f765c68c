/** Says from which count on figures are shown. */
import { sql } from 'drizzle-orm';
import { usualRule } from '../../../../../../statistics/small-numbers/small-cell-rule.ts';
import { recordAudit } from '../../../../../commons/audit/writes.ts';
import type { Scope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import { thresholdForm } from './forms.ts';
import { smallCellSettings } from './tables.ts';

/** What may be shown is decided anew, with the next figure asked for. */
export const setThreshold = async (
  database: Database,
  scope: Scope<'small-cells.change'>,
  asked: { readonly threshold: unknown },
): Promise<void> => {
  const { threshold } = thresholdForm.parse(asked);
  const { agency, actorId: changedBy } = scope;
  await transactIn(database, scope, async (tx) => {
    const [before] = await tx.select().from(smallCellSettings).for('update');
    await tx
      .insert(smallCellSettings)
      .values({ agency, threshold, changedBy })
      .onConflictDoUpdate({
        target: smallCellSettings.agency,
        set: { threshold, changedBy, changedAt: sql`now()` },
      });
    await recordAudit(tx, scope, {
      event: 'small-cell-threshold-set',
      subject: 'small-cells',
      details: { from: before?.threshold ?? usualRule.threshold, to: threshold },
    });
  });
};
