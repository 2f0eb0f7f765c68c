/** What was done, by whom, to what. Rows are added and never changed: by grants and by a trigger. */
import { bigint, index, jsonb, pgPolicy, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { heldByAnyOf, isTheActor } from '../permissions/row-policy.ts';

export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    actorId: text('actor_id').notNull(),
    /** The permission used, or why the program acted by itself. */
    because: text().notNull(),
    /** Past tense: `version-published`. */
    event: text().notNull(),
    /** `data-version:7` */
    subject: text().notNull(),
    /** Ids and counts, never names or values of records. */
    details: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [
    index('audit_entries_by_subject').on(table.subject),
    pgPolicy('audit_entries_added_by_the_actor', { for: 'insert', withCheck: isTheActor('actor_id') }),
    pgPolicy('audit_entries_read', { for: 'select', using: heldByAnyOf(['administrator']) }),
  ],
);
