/** Tokens: what a program shows instead of a session. Only their hash is kept; the token itself is seen once. */
import { sql } from 'drizzle-orm';
import {
  date,
  index,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { user } from '../identity/tables.ts';
import type { Assignment } from '../permissions/actor.ts';
import { heldByAnyOf, isTheActor } from '../permissions/row-policy.ts';
import { tokensPolicy } from './policy.ts';

const own = isTheActor('user_id');
const managers = heldByAnyOf(tokensPolicy['tokens.manage'].mayBeDoneBy);
/** The moment a token is shown, before anybody knows whose it is (`bearer.ts`). */
const atTheDoor = sql`current_setting('midcourse.part', true) = 'sign-in'`;
const ownOrManaged = sql`(${own}) or (${managers}) or (${atTheDoor})`;

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Whose it is: a token never opens more than this person may at that moment. */
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** What it is for, in the person's words. */
    name: text().notNull(),
    /** How the token begins, so that people tell theirs apart. */
    prefix: text().notNull(),
    /** SHA-256 of the whole token. */
    hash: text().notNull(),
    /** Which of the person's assignments it carries. */
    carries: jsonb().$type<readonly Assignment[]>().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    /** The last day on which it is taken. */
    expiresOn: date('expires_on', { mode: 'string' }).notNull(),
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    revokedBy: text('revoked_by'),
  },
  (table) => [
    uniqueIndex('api_tokens_by_hash').on(table.hash),
    index('api_tokens_by_user').on(table.userId),
    pgPolicy('api_tokens_read', { for: 'select', using: ownOrManaged }),
    pgPolicy('api_tokens_make', { for: 'insert', withCheck: own }),
    pgPolicy('api_tokens_change', { for: 'update', using: ownOrManaged, withCheck: ownOrManaged }),
  ],
);
