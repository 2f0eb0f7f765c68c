/**
 * The ledger of what was shown to people who see no small cells: everything of a family of measures and a window at once,
 * for each data version. A later one is held against it. Only counts that anybody may see are in it.
 */
import { date, integer, jsonb, pgPolicy, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../../../../../commons/permissions/row-policy.ts';

/** Numerator and denominator by the name of the cell (proposed-star.ts). */
export type ReleasedCells = Readonly<Record<string, readonly [number, number]>>;

export const releasedTables = pgTable(
  'released_tables',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Of the family: `P1,H1,H3`. */
    measure: text().notNull(),
    windowFrom: date('window_from', { mode: 'string' }).notNull(),
    windowTo: date('window_to', { mode: 'string' }).notNull(),
    contentId: text('content_id').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    cells: jsonb().$type<ReleasedCells>().notNull(),
    /** Tells apart what was shown of the same data, before and after units were counted or the threshold changed. */
    fingerprint: text().notNull(),
    releasedAt: timestamp('released_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('released_tables_once').on(
      table.measure,
      table.windowFrom,
      table.windowTo,
      table.contentId,
      table.fingerprint,
    ),

    pgPolicy('released_tables_read', { for: 'select', using: heldByAnyOf([]) }),
    pgPolicy('released_tables_add', { for: 'insert', withCheck: heldByAnyOf([]) }),
  ],
);
