/** Codes of authenticators that signed somebody in just now: each does so once, though it is shown for half a minute. */
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { onlySignIn } from '../only-sign-in.ts';
import { user } from '../tables.ts';

export const usedCodes = pgTable(
  'used_codes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] }), onlySignIn('used_codes_sign_in')],
);
