/** What an administrator decided about signing in and about mail, for the whole agency. */
import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Role } from '../../permissions/role.ts';
import { onlySignIn } from '../only-sign-in.ts';

export const agencySettings = pgTable(
  'agency_settings',
  {
    agency: text().primaryKey(),
    /** Whoever holds one of these signs in with a code besides the password. */
    secondFactorRoles: text('second_factor_roles').array().$type<Role[]>().notNull().default(sql`'{}'`),
    /** The one mail server, by its name, that messages may leave through. Null: nothing is sent. */
    mailHost: text('mail_host'),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => [onlySignIn('agency_settings_sign_in')],
);
