/**
 * What is to be mended, where, and how it went. Rows come from the program alone, as a data version shows them, and go with
 * the versions that showed them (a trigger in migrations/). People say that something is mended, note and assign.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Place } from '../../../commons/permissions/place.ts';
import { heldByAnyOf, isTheActor, withinReach } from '../../../commons/permissions/row-policy.ts';
import type { QualityCheckId } from '../imports/quality/checks.ts';
import { dataVersions } from '../imports/tables.ts';
import { type FixSource, fixStates } from './fix.ts';
import { fixesPolicy } from './policy.ts';

const readers = heldByAnyOf(fixesPolicy['fixes.read'].mayBeDoneBy);
const within = sql`(${withinReach('place')} or ${withinReach('assigned_to')})`;
const byTheProgram = heldByAnyOf([]);

export const dataFixes = pgTable(
  'data_fixes',
  {
    id: uuid().primaryKey().defaultRandom(),
    source: text().$type<FixSource>().notNull(),
    tableName: text('table_name').notNull(),
    rule: text().notNull(),
    field: text().notNull().default(''),
    childId: text('child_id').notNull().default(''),
    reportId: text('report_id').notNull().default(''),
    recordOn: text('record_on').notNull().default(''),
    records: integer().notNull().default(1),
    place: text().$type<Place>().notNull(),
    assignedTo: text('assigned_to').$type<Place>().notNull(),
    forSupervisor: boolean('for_supervisor').notNull().default(false),
    sentence: text().notNull(),
    state: text({ enum: fixStates }).notNull().default('open'),
    saidFixedOn: date('said_fixed_on', { mode: 'string' }),
    saidFixedAs: text('said_fixed_as'),
    goneIn: integer('gone_in'),
    goneHow: text('gone_how', { enum: ['mended', 'absent'] }),
    seenIn: integer('seen_in').array().notNull(),
    /** The as-of day of the latest data that said whether it is there: older data decide nothing. */
    judgedAsOf: date('judged_as_of', { mode: 'string' }).notNull(),
  },
  (table) => [
    uniqueIndex('data_fixes_one_each').on(
      table.source,
      table.tableName,
      table.rule,
      table.field,
      table.childId,
      table.reportId,
      table.recordOn,
    ),
    index('data_fixes_by_assigned').on(table.assignedTo, table.state),
    pgPolicy('data_fixes_read', { for: 'select', using: sql`${readers} and ${within}` }),
    pgPolicy('data_fixes_add', { for: 'insert', withCheck: byTheProgram }),
    pgPolicy('data_fixes_change', { for: 'update', using: sql`${readers} and ${within}` }),
    pgPolicy('data_fixes_forget', { for: 'delete', using: byTheProgram }),
  ],
);

export const dataFixNotes = pgTable(
  'data_fix_notes',
  {
    id: uuid().primaryKey().defaultRandom(),
    fixId: uuid('fix_id')
      .notNull()
      .references(() => dataFixes.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    saidAs: text('said_as').notNull(),
    saidBy: text('said_by').notNull(),
    saidAt: timestamp('said_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('data_fix_notes_by_fix').on(table.fixId),
    // Who sees the fix sees its notes: the fix's own policy holds inside the question.
    pgPolicy('data_fix_notes_read', {
      for: 'select',
      using: sql.raw('exists (select from data_fixes as fix where fix.id = "fix_id")'),
    }),
    pgPolicy('data_fix_notes_add', {
      for: 'insert',
      withCheck: sql`${isTheActor('said_by')} and ${sql.raw('exists (select from data_fixes as fix where fix.id = "fix_id")')}`,
    }),
  ],
);

/** How many a rule found in a version, listed or not. */
export type FoundByRule = Readonly<Record<string, { readonly found: number; readonly listed: number }>>;

/** Where a federal check stood in the latest period of a version that tells: in percent, without a count. */
export interface FederalStanding {
  readonly period: string;
  readonly value: number;
  readonly isPassed: boolean;
}

export type FederalStandings = Readonly<Partial<Record<QualityCheckId, FederalStanding>>>;

/** One row a version whose list has been made. */
export const dataFixLists = pgTable(
  'data_fix_lists',
  {
    version: integer()
      .primaryKey()
      .references(() => dataVersions.number, { onDelete: 'cascade' }),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    /** What this version could judge: `removals afcars`, a table and the files it came from. */
    judges: text().array().notNull(),
    found: jsonb().$type<FoundByRule>().notNull(),
    /** Empty for a version without federal files. */
    checks: jsonb().$type<FederalStandings>().notNull(),
  },
  () => [
    pgPolicy('data_fix_lists_read', { for: 'select', using: readers }),
    pgPolicy('data_fix_lists_add', { for: 'insert', withCheck: byTheProgram }),
    pgPolicy('data_fix_lists_change', { for: 'update', using: byTheProgram }),
  ],
);
