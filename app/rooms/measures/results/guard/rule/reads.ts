/** The rule of small cells as this agency keeps it. */
import { type SmallCellRule, usualRule } from '../../../../../../statistics/small-numbers/small-cell-rule.ts';
import { systemScope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../../../platform/database/database.ts';
import { smallCellSettings } from './tables.ts';

/** The usual rule until an administrator chose another threshold. */
export const ruleIn = async (tx: Transaction): Promise<SmallCellRule> => {
  const [row] = await tx.select({ threshold: smallCellSettings.threshold }).from(smallCellSettings).limit(1);
  return row ? { ...usualRule, threshold: row.threshold } : usualRule;
};

export const getSmallCellRule = (database: Database): Promise<SmallCellRule> =>
  transactIn(database, systemScope('what may be shown'), ruleIn);
