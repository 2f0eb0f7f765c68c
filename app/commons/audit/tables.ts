/** What was done, by whom, to what. Rows are added and never changed: by grants and by a trigger. */
import { bigint, index, jsonb, pgPolicy, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { heldByAnyOf, isTheActor } from '../permissions/row-policy.ts';
import { auditPolicy } from './policy.ts';

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
    index('audit_entries_by_event').on(table.event),
    index('audit_entries_by_actor').on(table.actorId),
    index('audit_entries_by_time').on(table.at),
    pgPolicy('audit_entries_added_by_the_actor', { for: 'insert', withCheck: isTheActor('actor_id') }),
    pgPolicy('audit_entries_read', {
      for: 'select',
      using: heldByAnyOf(auditPolicy['audit.read'].mayBeDoneBy),
    }),
  ],
);

/**
 * Each entry's hash over itself and the hash before it, added by the database as a transaction commits: an entry
 * that was changed or taken out breaks every hash after it (`verify.ts`). Nobody but that trigger writes here.
 */
export const auditChain = pgTable(
  'audit_chain',
  {
    /** The order of commits, which is not always that of the entries' ids. */
    position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: bigint('entry_id', { mode: 'number' }).notNull().unique(),
    hash: text().notNull(),
  },
  () => [
    pgPolicy('audit_chain_read', {
      for: 'select',
      using: heldByAnyOf(auditPolicy['audit.read'].mayBeDoneBy),
    }),
  ],
);
