/**
 * Decisions, and what was seen when they were looked at again. A trigger (in migrations/) locks a card once it is
 * decided: only its state, its next day and what was learned can still change, and the original always stays.
 */
import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { staff } from '../../../commons/permissions/role.ts';
import { heldByAnyOf, withinReach } from '../../../commons/permissions/row-policy.ts';
import { sharedWithActor } from '../../../commons/sharing/tables.ts';
import type { ConsultedFigure } from './consulted-figure.ts';
import { decidersAt, type Level, levels } from './level.ts';
import { decisionsPolicy } from './policy.ts';
import type { SinceThen } from './since-then.ts';

const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** Whoever may decide at the level of the row. */
const mayDecideHere: SQL = sql.join(
  levels.map((level) => sql`("level" = ${sql.raw(`'${level}'`)} and ${heldByAnyOf(decidersAt(level))})`),
  sql` or `,
);

const isDraft = sql.raw(`"state" = 'draft'`);

/** Staff see what the state decided, and those of a unit what their county decided. */
const decidedAbove = sql.raw(`"state" <> 'draft' and ("place" = 'state' or exists (
  select from unnest(string_to_array(current_setting('midcourse.places', true), E'\\n')) as held
  where "place" like 'county:%' and starts_with(held, 'unit:' || substr("place", 8) || '/')))`);

const readers = sql`(${heldByAnyOf(staff)} and (${withinReach()} or (${decidedAbove})))
  or ("state" <> 'draft' and ${sharedWithActor('decision')})`;
const drafters = sql`${heldByAnyOf(decisionsPolicy['decisions.draft'].mayBeDoneBy)} and ${withinReach()}`;

export const decisions = pgTable(
  'decisions',
  {
    id: uuid().primaryKey().defaultRandom(),
    place: text().notNull(),
    /** Sent along by the form: the same form sent twice makes one decision. */
    formKey: uuid('form_key').notNull().unique(),
    state: text({ enum: ['draft', 'decided', 'kept', 'corrected', 'reversed', 'replaced'] })
      .notNull()
      .default('draft'),
    /** Counts changes: a form that was opened before another was saved is told so. */
    revision: integer().notNull().default(1),
    level: text().$type<Level>().notNull(),
    statement: text().notNull(),
    dropped: text().notNull(),
    voices: text().notNull(),
    decidedBy: text('decided_by').notNull(),
    wouldChangeOurMind: text('would_change_our_mind').notNull(),
    serves: text().array().notNull(),
    tradesOff: text('trades_off').array().notNull(),
    consulted: jsonb().$type<readonly ConsultedFigure[]>().notNull(),
    expectedMeasure: text('expected_measure'),
    expectedDirection: text('expected_direction', { enum: ['up', 'down', 'same'] }),
    expectedSize: doublePrecision('expected_size'),
    expectedBy: date('expected_by'),
    expectedSure: text('expected_sure', { enum: ['hunch', 'likely', 'nearly-sure'] }),
    revisitOn: date('revisit_on'),
    decidedOn: date('decided_on'),
    /** The day on which it waits to be looked at again; null when it does not. */
    dueOn: date('due_on'),
    learned: text().notNull().default(''),
    /** The decision this one corrects, reverses, or says again without a mistake. */
    follows: uuid().references((): AnyPgColumn => decisions.id),
    followsAs: text('follows_as', { enum: ['correction', 'reversal', 'version'] }),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
    words: searchVector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('english', "statement"), 'A') || setweight(to_tsvector('english', "dropped" || ' ' || "voices" || ' ' || "would_change_our_mind" || ' ' || "learned"), 'B') || setweight(to_tsvector('english', "decided_by"), 'C')`,
      ),
  },
  (table) => [
    unique('decisions_one_follows_another').on(table.follows),
    index('decisions_words').using('gin', table.words),
    index('decisions_due').on(table.dueOn),
    index('decisions_expected').on(table.expectedMeasure),
    check('decisions_level_is_known', sql.raw(`"level" in (${listed(levels)})`)),
    check('decisions_follow_as_something', sql`(${table.follows} is null) = (${table.followsAs} is null)`),
    check(
      'decisions_expect_all_or_nothing',
      sql`num_nulls(${table.expectedMeasure}, ${table.expectedDirection}, ${table.expectedBy}, ${table.expectedSure}) in (0, 4)
        and (${table.expectedMeasure} is not null or ${table.expectedSize} is null)`,
    ),
    check(
      'decisions_decided_is_complete',
      sql`${table.state} = 'draft' or (${table.decidedOn} is not null
        and ${table.revisitOn} is not null and ${table.revisitOn} > ${table.decidedOn} and ${table.statement} <> '' and ${table.decidedBy} <> '')`,
    ),
    pgPolicy('decisions_read', { for: 'select', using: readers }),
    pgPolicy('decisions_draft', { for: 'insert', withCheck: sql`${drafters} and ${isDraft}` }),
    pgPolicy('decisions_change', {
      for: 'update',
      using: sql`${drafters} and (${isDraft} or ${mayDecideHere})`,
      withCheck: sql`${drafters} and (${isDraft} or ${mayDecideHere})`,
    }),
    pgPolicy('decisions_discard', { for: 'delete', using: sql`${drafters} and ${isDraft}` }),
  ],
);

/** Append-only. A revisit is seen by whoever sees its decision: the policy of that table asks. */
export const revisits = pgTable(
  'decision_revisits',
  {
    id: uuid().primaryKey().defaultRandom(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decisions.id),
    outcome: text({ enum: ['kept', 'corrected', 'reversed'] }).notNull(),
    learned: text().notNull(),
    /** The day it was due, and the day it was done. */
    dueOn: date('due_on').notNull(),
    lookedOn: date('looked_on').notNull(),
    nextOn: date('next_on'),
    /** What the measure showed then; null where nothing was expected. */
    seen: jsonb().$type<SinceThen>(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
  },
  (table) => [
    unique('decision_revisits_once_a_day_set').on(table.decisionId, table.dueOn),
    pgPolicy('decision_revisits_read', {
      for: 'select',
      using: sql`exists (select from decisions where decisions.id = decision_id)`,
    }),
    pgPolicy('decision_revisits_add', {
      for: 'insert',
      withCheck: sql`exists (select from decisions where decisions.id = decision_id and "state" <> 'draft' and ${drafters} and (${mayDecideHere}))`,
    }),
  ],
);
