/** From which count on cells are shown to people who may not see the records: one line, once an administrator chose. */
import { sql } from 'drizzle-orm';
import { check, integer, pgPolicy, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../../../../../commons/permissions/row-policy.ts';
import { rulePolicy } from './policy.ts';

export const smallCellSettings = pgTable(
  'small_cell_settings',
  {
    agency: text().primaryKey(),
    /** Counts from 1 to this one are not shown. */
    threshold: integer().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check('small_cell_settings_threshold', sql`${table.threshold} between 3 and 50`),
    pgPolicy('small_cell_settings_read', {
      for: 'select',
      using: heldByAnyOf(rulePolicy['small-cells.change'].mayBeDoneBy),
    }),
    pgPolicy('small_cell_settings_add', {
      for: 'insert',
      withCheck: heldByAnyOf(rulePolicy['small-cells.change'].mayBeDoneBy),
    }),
    pgPolicy('small_cell_settings_change', {
      for: 'update',
      using: heldByAnyOf(rulePolicy['small-cells.change'].mayBeDoneBy),
    }),
  ],
);
