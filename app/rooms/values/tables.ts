/**
 * What the agency, a county or a Nation stands for, in its own words. The value is one row that never changes its
 * name; its words are versions, added and never changed. Measures, decisions and course changes point here through links.
 */

import { type SQL, sql } from 'drizzle-orm';
import {
  check,
  date,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { heldByAnyOf, withinReach, worksIn } from '../../commons/permissions/row-policy.ts';
import { sharedWithActor } from '../../commons/sharing/tables.ts';
import { valuesPolicy } from './policy.ts';

const readers = heldByAnyOf(valuesPolicy['values.read'].mayBeDoneBy);
const changers = heldByAnyOf(valuesPolicy['values.change'].mayBeDoneBy);

export const valueStates = ['draft', 'current', 'retired'] as const;
export type ValueState = (typeof valueStates)[number];

/** Its own place's, drafts too; of others what is no draft: the state's for everybody inside, the county's for its units. */
const mayRead = sql`(${readers} and (${withinReach()} or ("state" <> 'draft' and ("place" = 'state' or ${worksIn()}))))
  or ("state" <> 'draft' and ${sharedWithActor('value')})`;

export const agencyValues = pgTable(
  'agency_values',
  {
    /** A short name that never changes, for links and addresses: `home-with-family`. */
    id: text().primaryKey(),
    /** Whose value it is: `state`, a county's own, a Nation's own. */
    place: text().notNull().default('state'),
    state: text({ enum: valueStates }).notNull().default('current'),
    /** What comes first when values pull apart, from 1 within a place; null unless current. */
    position: integer(),
    /** The number of its newest version. */
    version: integer().notNull().default(1),
    /** The version with which it stopped being a draft: older ones stay with its own place. */
    publishedVersion: integer('published_version'),
    retiredWhy: text('retired_why'),
    retiredOn: date('retired_on'),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
  },
  (table) => [
    unique('agency_values_one_at_each_position').on(table.place, table.position),
    check('agency_values_id_is_a_short_name', sql`${table.id} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('agency_values_position_from_1', sql`${table.position} >= 1`),
    check(
      'agency_values_current_has_a_position',
      sql`(${table.state} = 'current') = (${table.position} is not null)`,
    ),
    check(
      'agency_values_published_unless_draft',
      sql`(${table.state} = 'draft') = (${table.publishedVersion} is null)`,
    ),
    pgPolicy('agency_values_read', { for: 'select', using: mayRead }),
    pgPolicy('agency_values_add', { for: 'insert', withCheck: sql`${changers} and ${withinReach()}` }),
    pgPolicy('agency_values_change', { for: 'update', using: sql`${changers} and ${withinReach()}` }),
  ],
);

const ofAValue = (condition: SQL): SQL =>
  sql`exists (select from agency_values of_value where of_value.id = "value_id" and ${condition})`;

export const agencyValueVersions = pgTable(
  'agency_value_versions',
  {
    valueId: text('value_id')
      .notNull()
      .references(() => agencyValues.id),
    version: integer().notNull(),
    /** A wish in plain words: "We want children home with their families." */
    statement: text().notNull(),
    why: text().notNull(),
    /** What we would see if it were true. */
    wouldSee: text('would_see').notNull(),
    /** Who answers for it: a role, never a person. */
    ownerRole: text('owner_role').notNull(),
    /** Which groups were asked, and when in their own words. Nobody: empty. */
    askedGroups: text('asked_groups').array().notNull().default([]),
    askedWhen: text('asked_when').notNull().default(''),
    /** Why the words were changed; empty for the first. */
    changeWhy: text('change_why').notNull().default(''),
    /** Since when these words hold. */
    saidOn: date('said_on').notNull().defaultNow(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
    /** The role it was said in: what a reader is told instead of a name. */
    madeAs: text('made_as').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.valueId, table.version] }),
    pgPolicy('agency_value_versions_read', {
      for: 'select',
      using: ofAValue(
        sql`((${readers} and midcourse_reaches(of_value.place)) or "agency_value_versions"."version" >= of_value.published_version)`,
      ),
    }),
    pgPolicy('agency_value_versions_add', {
      for: 'insert',
      withCheck: sql`${changers} and ${ofAValue(sql`midcourse_reaches(of_value.place)`)}`,
    }),
  ],
);
