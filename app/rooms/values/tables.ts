/** What the agency stands for, in its own words. Measures, decisions and course changes point here through links. */

import { sql } from 'drizzle-orm';
import { check, integer, pgPolicy, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../../commons/permissions/row-policy.ts';
import { valuesPolicy } from './policy.ts';

const readers = heldByAnyOf(valuesPolicy['values.read'].mayBeDoneBy);
const changers = heldByAnyOf(valuesPolicy['values.change'].mayBeDoneBy);

export const agencyValues = pgTable(
  'agency_values',
  {
    /** A short name that never changes, for links and addresses: `home-with-family`. */
    id: text().primaryKey(),
    /** A wish in plain words: "We want children home with their families." */
    statement: text().notNull(),
    why: text().notNull(),
    /** What we would see if it were true. */
    wouldSee: text('would_see').notNull(),
    /** Who answers for it: a role, never a person. */
    ownerRole: text('owner_role').notNull(),
    /** What comes first when values pull apart; from 1. */
    position: integer().notNull().unique(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
  },
  (table) => [
    check('agency_values_id_is_a_short_name', sql`${table.id} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('agency_values_position_from_1', sql`${table.position} >= 1`),
    pgPolicy('agency_values_read', { for: 'select', using: readers }),
    pgPolicy('agency_values_add', { for: 'insert', withCheck: changers }),
  ],
);
