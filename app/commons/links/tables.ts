/** Which thing of one room points to which thing of another: ids alone. What stands behind them is each room's to show. */
import { index, pgPolicy, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { staff } from '../permissions/role.ts';
import { heldByAnyOf } from '../permissions/row-policy.ts';

const everybodyInside = [...staff, 'nation'] as const;

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
    pgPolicy('links_read', {
      for: 'select',
      using: heldByAnyOf([...everybodyInside, 'partner', 'observer']),
    }),
    pgPolicy('links_add', { for: 'insert', withCheck: heldByAnyOf(everybodyInside) }),
    pgPolicy('links_remove', { for: 'delete', using: heldByAnyOf(everybodyInside) }),
  ],
);
