/** Mappings, each version for good, and extracts that have been sent and not yet imported. Their files lie in folders. */
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Place } from '../../../../commons/permissions/place.ts';
import { heldByAnyOf, withinReach } from '../../../../commons/permissions/row-policy.ts';
import type { Mapping } from '../formats/extract/mapping.ts';
import type { ExtractCheck } from './check.ts';
import { extractsPolicy } from './policy.ts';
import type { Draft } from './rules.ts';

/** Whoever may change them may see them. */
const changers = sql`${heldByAnyOf(extractsPolicy['mappings.change'].mayBeDoneBy)} and ${withinReach()}`;

const placeColumn = () => text().$type<Place>().notNull().default('state');
const madeColumns = () => ({
  madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
  madeBy: text('made_by').notNull(),
});

/** A change makes the next version; the highest is the one that counts. */
export const extractMappings = pgTable(
  'extract_mappings',
  {
    place: placeColumn(),
    name: text().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<Mapping>().notNull(),
    ...madeColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.place, table.name, table.version] }),
    check('extract_mappings_version_from_1', sql`${table.version} >= 1`),
    pgPolicy('extract_mappings_read', { for: 'select', using: changers }),
    pgPolicy('extract_mappings_add', { for: 'insert', withCheck: changers }),
  ],
);

export const extractDrafts = pgTable(
  'extract_drafts',
  {
    id: uuid().primaryKey(),
    place: placeColumn(),
    /** The names of its files. */
    files: text().array().notNull(),
    draft: jsonb().$type<Draft>().notNull(),
    /** The saved mapping by which it was recognised. */
    basedOn: text('based_on'),
    asOf: date('as_of', { mode: 'string' }),
    /** What an import would say, and of which mapping and day it says so. */
    checked: jsonb().$type<ExtractCheck>(),
    /** The job that checks it, or has. */
    checkJob: uuid('check_job'),
    ...madeColumns(),
  },
  () => [
    pgPolicy('extract_drafts_read', { for: 'select', using: changers }),
    pgPolicy('extract_drafts_add', { for: 'insert', withCheck: changers }),
    pgPolicy('extract_drafts_change', { for: 'update', using: changers, withCheck: changers }),
    pgPolicy('extract_drafts_delete', { for: 'delete', using: changers }),
  ],
);
