/** How many people work in a unit: a unit of too few is shown to nobody outside it. */
import { sql } from 'drizzle-orm';
import { check, integer, pgPolicy, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../../../../../commons/permissions/row-policy.ts';
import { unitsPolicy } from './policy.ts';

export const unitSizes = pgTable(
  'unit_sizes',
  {
    county: text().notNull(),
    unit: text().notNull(),
    workers: integer().notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    changedBy: text('changed_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.unit] }),
    check('unit_sizes_workers_from_0', sql`${table.workers} >= 0`),
    pgPolicy('unit_sizes_read', { for: 'select', using: heldByAnyOf(unitsPolicy['units.read'].mayBeDoneBy) }),
    pgPolicy('unit_sizes_add', {
      for: 'insert',
      withCheck: heldByAnyOf(unitsPolicy['units.change'].mayBeDoneBy),
    }),
    pgPolicy('unit_sizes_change', {
      for: 'update',
      using: heldByAnyOf(unitsPolicy['units.change'].mayBeDoneBy),
    }),
  ],
);
