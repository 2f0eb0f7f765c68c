/**
 * What is written on charts. A mark is one row that keeps its kind and its place; what it says are versions, added and
 * never changed: a correction is a version, and so is a withdrawal.
 */
import { type SQL, sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Place } from '../../../commons/permissions/place.ts';
import { heldByAnyOf, withinReach, worksIn } from '../../../commons/permissions/row-policy.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';
import { markKinds } from './mark.ts';
import { marksPolicy } from './policy.ts';

const readers = heldByAnyOf(marksPolicy['marks.read'].mayBeDoneBy);
const changers = heldByAnyOf(marksPolicy['marks.change'].mayBeDoneBy);

export const measureMarks = pgTable(
  'measure_marks',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text({ enum: markKinds }).notNull(),
    place: text().$type<Place>().notNull(),
    /** Sent along by the form: the same form sent twice makes one mark. */
    formKey: uuid('form_key').notNull().unique(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
  },
  () => [
    pgPolicy('measure_marks_read', {
      for: 'select',
      using: sql`${readers} and ("kind" = 'policy' or "place" = 'state' or ${withinReach()} or ${worksIn()})`,
    }),
    pgPolicy('measure_marks_add', { for: 'insert', withCheck: sql`${changers} and ${withinReach()}` }),
  ],
);

/** Asked of a table with policies of its own: it is true only of a mark that the asker sees. */
const ofAMark = (condition = ''): SQL =>
  sql.raw(`exists (select from measure_marks of_mark where of_mark.id = "mark_id"${condition})`);

/** Seen by whoever sees its mark: the policy of that table asks. */
export const measureMarkVersions = pgTable(
  'measure_mark_versions',
  {
    markId: uuid('mark_id')
      .notNull()
      .references(() => measureMarks.id),
    version: integer().notNull(),
    on: date().notNull(),
    label: text().notNull(),
    words: text().notNull(),
    measures: text().array().$type<MeasureId[]>().notNull(),
    moves: text().array().$type<MeasureId[]>().notNull(),
    source: text().notNull(),
    changeWhy: text('change_why').notNull().default(''),
    isWithdrawn: boolean('is_withdrawn').notNull().default(false),
    saidAt: timestamp('said_at', { withTimezone: true }).notNull().defaultNow(),
    saidBy: text('said_by').notNull(),
    saidAs: text('said_as').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.markId, table.version] }),
    check('measure_mark_versions_from_1', sql`${table.version} >= 1`),
    check('measure_mark_versions_stand_somewhere', sql`cardinality(${table.measures}) > 0`),
    check('measure_mark_versions_move_what_they_mark', sql`${table.moves} <@ ${table.measures}`),
    check('measure_mark_versions_say_why', sql`(${table.version} = 1) = (${table.changeWhy} = '')`),
    check('measure_mark_versions_begin_standing', sql`${table.version} > 1 or not ${table.isWithdrawn}`),
    pgPolicy('measure_mark_versions_read', { for: 'select', using: ofAMark() }),
    pgPolicy('measure_mark_versions_add', {
      for: 'insert',
      withCheck: sql`${changers} and ${ofAMark(' and midcourse_reaches(of_mark.place)')}`,
    }),
  ],
);
