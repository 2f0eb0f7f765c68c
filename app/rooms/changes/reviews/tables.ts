/** Meetings in which people look at values, measures and decisions together, and how long they looked at each. */
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
  uuid,
} from 'drizzle-orm/pg-core';
import { heldByAnyOf, withinReach, worksIn } from '../../../commons/permissions/row-policy.ts';
import { reviewsPolicy } from './policy.ts';

const readers = heldByAnyOf(reviewsPolicy['reviews.read'].mayBeDoneBy);
const recorders = heldByAnyOf(reviewsPolicy['reviews.record'].mayBeDoneBy);

export const reviews = pgTable(
  'reviews',
  {
    id: uuid().primaryKey().defaultRandom(),
    place: text().notNull(),
    /** A day to come: planned. */
    heldOn: date('held_on').notNull(),
    title: text().notNull(),
    /** Groups, never names. */
    atTheTable: text('at_the_table').array().notNull().default([]),
    /** Counts changes: who saves an older one is told so. */
    revision: integer().notNull().default(1),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
  },
  () => [
    pgPolicy('reviews_read', {
      for: 'select',
      using: sql`${readers} and (${withinReach()} or "place" = 'state' or ${worksIn()})`,
    }),
    pgPolicy('reviews_add', { for: 'insert', withCheck: sql`${recorders} and ${withinReach()}` }),
    pgPolicy('reviews_change', { for: 'update', using: sql`${recorders} and ${withinReach()}` }),
  ],
);

const ofAReview = (condition: SQL): SQL =>
  sql`exists (select from reviews of_review where of_review.id = "review_id" and ${condition})`;
const ofAReviewWithinReach = sql`${recorders} and ${ofAReview(sql`midcourse_reaches(of_review.place)`)}`;

export const reviewItems = pgTable(
  'review_items',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id),
    position: integer().notNull(),
    about: text().notNull(),
    minutes: integer().notNull(),
    /** What was looked at, a thing of another room; null when it was none. */
    lookedAtKind: text('looked_at_kind', { enum: ['value', 'measure', 'decision'] }),
    lookedAtId: text('looked_at_id'),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.position] }),
    check('review_items_minutes', sql`${table.minutes} between 0 and 1440`),
    check('review_items_looked_at', sql`(${table.lookedAtKind} is null) = (${table.lookedAtId} is null)`),
    pgPolicy('review_items_read', { for: 'select', using: ofAReview(sql`true`) }),
    pgPolicy('review_items_add', { for: 'insert', withCheck: ofAReviewWithinReach }),
    pgPolicy('review_items_remove', { for: 'delete', using: ofAReviewWithinReach }),
  ],
);
