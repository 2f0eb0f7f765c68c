/**
 * Accounts and sessions. All but the last belong to better-auth, field by field as its 1.7 expects them; it brings its own
 * SQL on connections of its own (`sign-in-connections.ts`), and no other connection sees a row.
 */
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { onlySignIn } from './only-sign-in.ts';

const madeAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
const changedAt = () => timestamp('updated_at', { withTimezone: true }).notNull().defaultNow();

export const user = pgTable(
  'users',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    createdAt: madeAt(),
    updatedAt: changedAt(),
    /** Since when an administrator lets this person in no more. */
    suspendedAt: timestamp('suspended_at', { withTimezone: true }),
    lastSignedInOn: date('last_signed_in_on'),
    /** When this person last said that the password is forgotten. */
    newPasswordAskedAt: timestamp('new_password_asked_at', { withTimezone: true }),
  },
  (table) => [uniqueIndex('users_by_email').on(table.email), onlySignIn('users_sign_in')],
);

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

export const session = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: userId(),
    token: text().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: madeAt(),
    updatedAt: changedAt(),
  },
  (table) => [
    uniqueIndex('sessions_by_token').on(table.token),
    index('sessions_by_user').on(table.userId),
    onlySignIn('sessions_sign_in'),
  ],
);

export const account = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    userId: userId(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: timestamp('access_token_expires_at', { withTimezone: true }),
    refreshTokenExpiresAt: timestamp('refresh_token_expires_at', { withTimezone: true }),
    scope: text(),
    /** Salted scrypt, never the password. */
    password: text(),
    createdAt: madeAt(),
    updatedAt: changedAt(),
  },
  (table) => [
    index('accounts_by_user').on(table.userId),
    uniqueIndex('accounts_by_provider').on(table.providerId, table.accountId),
    onlySignIn('accounts_sign_in'),
  ],
);

export const verification = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt: madeAt(),
    updatedAt: changedAt(),
  },
  (table) => [index('verifications_by_identifier').on(table.identifier), onlySignIn('verifications_sign_in')],
);

export const rateLimit = pgTable(
  'rate_limits',
  {
    id: text().primaryKey(),
    key: text().notNull(),
    count: integer().notNull(),
    lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
  },
  (table) => [uniqueIndex('rate_limits_by_key').on(table.key), onlySignIn('rate_limits_sign_in')],
);

export const twoFactor = pgTable(
  'two_factors',
  {
    id: text().primaryKey(),
    userId: userId(),
    /** Encrypted with the key of this installation, as the backup codes are. */
    secret: text().notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: timestamp('locked_until', { withTimezone: true }),
  },
  (table) => [uniqueIndex('two_factors_by_user').on(table.userId), onlySignIn('two_factors_sign_in')],
);

/** What a person is to an agency, and where (`permissions/place.ts`). A person may hold several. */
export const roleAssignments = pgTable(
  'role_assignments',
  {
    userId: userId(),
    role: text().notNull(),
    agency: text().notNull(),
    place: text().notNull().default('state'),
    createdAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.role, table.agency, table.place] }),
    onlySignIn('role_assignments_sign_in'),
  ],
);
