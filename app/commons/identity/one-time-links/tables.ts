/**
 * Links that are handed over or sent and work once: the first administrator's, invitations, new passwords. Of the secret
 * in the address only a hash is kept.
 */
import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Assignment } from '../../permissions/actor.ts';
import { onlySignIn } from '../only-sign-in.ts';
import { user } from '../tables.ts';

export type LinkKind = 'set-up' | 'invitation' | 'new-password';

const at = (name: string) => timestamp(name, { withTimezone: true });

export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().$type<LinkKind>().notNull(),
    /** SHA-256 of the secret. */
    secretHash: text('secret_hash').notNull(),
    /** Whose new password. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    /** Who is invited, to what. */
    email: text(),
    assignments: jsonb().$type<readonly Assignment[]>(),
    agency: text(),
    madeBy: text('made_by').notNull(),
    madeAt: at('made_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [
    uniqueIndex('one_time_links_by_secret').on(table.secretHash),
    index('one_time_links_by_user').on(table.userId),
    uniqueIndex('one_time_links_one_open_invitation')
      .on(table.email)
      .where(sql`${table.kind} = 'invitation' and ${table.usedAt} is null and ${table.revokedAt} is null`),
    onlySignIn('one_time_links_sign_in'),
  ],
);
