/** Checks the rows of one package table by every rule and says what is left of them. */
import type { Day } from '../../../../../platform/clock.ts';
import type { ReadContext } from '../format.ts';
import { sqlName } from './cell-rules.ts';
import { duplicateRules } from './duplicate-rules.ts';
import { type BrokenRule, nameRows } from './name-rows.ts';
import { type RowRule, rowRulesOf } from './row-rules.ts';
import { keptRows, type TableRows } from './table-rows.ts';

const brokenBy = ({ rule, column, when, weight, sentence }: RowRule, rows: string): BrokenRule => ({
  ...{ rule, column, weight, sentence },
  rows: `SELECT file_no, row_no, ${sqlName(column)} AS value FROM ${rows} WHERE ${when}`,
});

/** Which of the rules are broken at all: one scan for all of them. */
const brokenRules = async (rules: readonly RowRule[], rows: string, { analytics }: ReadContext) => {
  if (rules.length === 0) return [];
  const counts = rules.map(({ when }, index) => `count_if(${when}) AS rule_${index}`).join(', ');
  const [counted] = await analytics.all(`SELECT ${counts} FROM ${rows}`);
  return rules.filter((_, index) => Number(counted?.[`rule_${index}`] ?? 0) > 0);
};

export const checkTable = async (table: TableRows, asOf: Day | null, context: ReadContext): Promise<void> => {
  const broken = await brokenRules(
    rowRulesOf(table.shape, table.names, { asOf, today: context.today }),
    sqlName(table.relation),
    context,
  );
  for (const rule of broken.filter(({ weight }) => weight === 'set-aside'))
    await nameRows(brokenBy(rule, sqlName(table.relation)), table, context);
  const usable = await keptRows(table, context.analytics);
  for (const rule of await duplicateRules(table, usable, context.analytics))
    await nameRows(rule, table, context);
  const kept = await keptRows(table, context.analytics);
  for (const rule of broken.filter(({ weight }) => weight === 'note'))
    await nameRows(brokenBy(rule, kept), table, context);
};
