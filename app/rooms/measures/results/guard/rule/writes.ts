/** Says from which count on figures are shown. */
import { sql } from 'drizzle-orm';
import { usualRule } from '../../../../../../statistics/small-numbers/small-cell-rule.ts';
import { recordAudit } from '../../../../../commons/audit/writes.ts';
import type { Scope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import { Invalid } from '../../../../../platform/errors.ts';
import { thresholdForm } from './forms.ts';
import { smallCellSettings } from './tables.ts';

/** What may be shown is decided anew, with the next figure asked for. Throws `Invalid` for what is no such number. */
export const setThreshold = async (
  database: Database,
  scope: Scope<'small-cells.change'>,
  asked: { readonly threshold: unknown },
): Promise<void> => {
  const read = thresholdForm.safeParse(asked);
  if (!read.success) throw new Invalid(read.error.issues[0]?.message ?? 'Give a whole number.');
  const { threshold } = read.data;
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
