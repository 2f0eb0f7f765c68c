/**
 * The ledger of what was shown to people who see no small cells: once for each table of each data version. A later
 * version is held against it. Only counts that anybody may see are in it.
 */
import { date, integer, jsonb, pgPolicy, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../../../../../commons/permissions/row-policy.ts';

/** Numerator and denominator by the name of the cell (proposed-table.ts). */
export type ReleasedCells = Readonly<Record<string, readonly [number, number]>>;

export const releasedTables = pgTable(
  'released_tables',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    measure: text().notNull(),
    windowFrom: date('window_from', { mode: 'string' }).notNull(),
    windowTo: date('window_to', { mode: 'string' }).notNull(),
    breakdown: text().notNull(),
    contentId: text('content_id').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    cells: jsonb().$type<ReleasedCells>().notNull(),
    releasedAt: timestamp('released_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('released_tables_once').on(
      table.measure,
      table.windowFrom,
      table.windowTo,
      table.breakdown,
      table.contentId,
    ),

    pgPolicy('released_tables_read', { for: 'select', using: heldByAnyOf([]) }),
    pgPolicy('released_tables_add', { for: 'insert', withCheck: heldByAnyOf([]) }),
  ],
);
