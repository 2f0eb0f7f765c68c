/** The rule of small cells as this agency keeps it. */
import { type SmallCellRule, usualRule } from '../../../../../../statistics/small-numbers/small-cell-rule.ts';
import { systemScope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import { smallCellSettings } from './tables.ts';

/** The usual rule until an administrator chose another threshold. */
export const getSmallCellRule = async (database: Database): Promise<SmallCellRule> => {
  const [row] = await transactIn(database, systemScope('what may be shown'), (tx) =>
    tx.select({ threshold: smallCellSettings.threshold }).from(smallCellSettings).limit(1),
  );
  return row ? { ...usualRule, threshold: row.threshold } : usualRule;
};
