/** Which thing of one room points to which thing of another. */
import { index, pgPolicy, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../permissions/row-policy.ts';

export const links = pgTable(
  'links',
  {
    fromKind: text('from_kind').notNull(),
    fromId: text('from_id').notNull(),
    toKind: text('to_kind').notNull(),
    toId: text('to_id').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fromKind, table.fromId, table.toKind, table.toId] }),
    index('links_backwards').on(table.toKind, table.toId),
    pgPolicy('links_read', { for: 'select', using: heldByAnyOf(['analyst', 'administrator']) }),
    pgPolicy('links_add', { for: 'insert', withCheck: heldByAnyOf(['analyst', 'administrator']) }),
    pgPolicy('links_remove', { for: 'delete', using: heldByAnyOf(['analyst', 'administrator']) }),
  ],
);
