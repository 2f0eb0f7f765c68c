/** The registry of data versions. The data lie in folders; a row says which there are and which one is in use. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../../../commons/permissions/row-policy.ts';
import type { Manifest } from './manifest.ts';
import { importsPolicy } from './policy.ts';

export const dataVersions = pgTable(
  'data_versions',
  {
    /** Never given twice: figures name it. */
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    contentId: text('content_id').notNull(),
    /** Where the data came from, in words: "AFCARS and NCANDS files". */
    label: text().notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    agency: text(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
    manifest: jsonb().$type<Manifest>().notNull(),
    /** Name inside the data folder's `versions/`. */
    folder: text().notNull(),
    inUse: boolean('in_use').notNull().default(false),
  },
  (table) => [
    uniqueIndex('data_versions_by_content').on(table.contentId),
    uniqueIndex('data_versions_by_folder').on(table.folder),
    uniqueIndex('data_versions_one_in_use').on(table.inUse).where(sql`in_use`),
    pgPolicy('data_versions_read', {
      for: 'select',
      using: heldByAnyOf(importsPolicy['versions.read'].mayBeDoneBy),
    }),
    pgPolicy('data_versions_add', { for: 'insert', withCheck: heldByAnyOf(['analyst', 'administrator']) }),
    pgPolicy('data_versions_change', { for: 'update', using: heldByAnyOf(['analyst', 'administrator']) }),
    pgPolicy('data_versions_delete', { for: 'delete', using: heldByAnyOf(['administrator']) }),
  ],
);
