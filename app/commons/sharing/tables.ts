/** Which thing is shown to whom beyond its place. Rooms or `sharedWithActor` into the policy of their own rows. */
import { type SQL, sql } from 'drizzle-orm';
import { pgPolicy, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ThingKind } from '../links/thing.ts';
import { withinReach } from '../permissions/row-policy.ts';

export const shares = pgTable(
  'shares',
  {
    thingKind: text('thing_kind').notNull(),
    thingId: text('thing_id').notNull(),
    audience: text().notNull(),
    /** The place the thing belongs to: only there may it be shared, or taken back. */
    place: text().notNull(),
    sharedAt: timestamp('shared_at', { withTimezone: true }).notNull().defaultNow(),
    sharedBy: text('shared_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.thingKind, table.thingId, table.audience] }),
    pgPolicy('shares_read', {
      for: 'select',
      using: sql.raw(`midcourse_reaches("place") or midcourse_is_audience("audience")`),
    }),
    pgPolicy('shares_add', { for: 'insert', withCheck: withinReach() }),
    pgPolicy('shares_take_back', { for: 'delete', using: withinReach() }),
  ],
);

/** True when the thing in this row is shared, by the place it belongs to, with whoever asks. */
export const sharedWithActor = (kind: ThingKind, idColumn = 'id', placeColumn = 'place'): SQL =>
  sql.raw(`midcourse_is_shared('${kind}', "${idColumn}"::text, "${placeColumn}")`);
