/** better-auth with our settings: e-mail and password, no public sign-up, limits kept in the database, telemetry off. */
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { errorCode } from '../../platform/database/sql-state.ts';
import { log } from '../../platform/log.ts';
import { formLimits, limitsByPath } from './form-limits.ts';
import { longestPassword, shortestPassword } from './forms.ts';
import { secondFactorPlugin } from './second-factor/plugin.ts';
import { account, rateLimit, session, twoFactor, user, verification } from './tables.ts';

/**
 * Set by the server from the socket on every request, replacing what the client sent: limits hold per client only then.
 * Without it all clients share one limit.
 */
export const clientAddressHeader = 'x-midcourse-client-address';

export const basePath = '/api/auth';
export const sessionHours = 12;
export const suspendedCode = 'ACCOUNT_SUSPENDED';

export interface AuthSettings {
  /** Signs the session cookies. */
  readonly secret: string;
  /** Where browsers reach this server; without it, wherever the browser says it asked, over plain HTTP. */
  readonly publicUrl: string | undefined;
}

const sameHost = (request?: Request): string[] => {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`] : [];
};

const withoutAddresses = (message: string): string => message.replaceAll(/\S+@\S+/g, '(address)');

/** Errors of the database may quote what was asked for; only their name and code are logged. */
const note = (error: unknown): void => {
  if (error instanceof APIError) log.warn('sign-in.refused', { why: withoutAddresses(error.message) });
  else log.error('sign-in.problem', { kind: (error as Error).name, code: errorCode(error) });
};

const limits = {
  enabled: true,
  storage: 'database',
  window: 60,
  max: 100,
  customRules: limitsByPath,
} as const;

type SessionHook = NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['session']>;

/** Whoever was suspended gets no session, whichever way they come in. */
const refuseSuspended: NonNullable<SessionHook['create']>['before'] = async ({ userId }, ctx) => {
  const found = await ctx?.context.internalAdapter.findUserById(userId);
  if (found && 'suspendedAt' in found && found.suspendedAt !== null)
    throw new APIError('FORBIDDEN', { code: suspendedCode, message: 'This account is suspended.' });
};

/** What both ways in have in common: passwords (below) and agency accounts (`agency-account/`). */
export const authOptions = (pool: Pool, { secret, publicUrl }: AuthSettings) =>
  ({
    appName: 'Midcourse',
    secret,
    basePath,
    baseURL: publicUrl ?? 'http://127.0.0.1',
    trustedOrigins: publicUrl ? [new URL(publicUrl).origin] : async (request) => sameHost(request),
    telemetry: { enabled: false },
    database: drizzleAdapter(drizzle(pool), {
      provider: 'pg',
      schema: { user, session, account, verification, rateLimit, twoFactor },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    user: { additionalFields: { suspendedAt: { type: 'date', required: false, input: false } } },
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    databaseHooks: { session: { create: { before: refuseSuspended } } },
    rateLimit: limits,
    advanced: {
      cookiePrefix: 'midcourse',
      // Left out, better-auth turns this check off wherever TEST or NODE_ENV=test is set.
      disableOriginCheck: false,
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    onAPIError: { onError: note },
    logger: {
      level: 'error',
      log: (_level, message) => log.error('sign-in.problem', { message: withoutAddresses(message) }),
    },
  }) satisfies BetterAuthOptions;

export const newAuth = (pool: Pool, settings: AuthSettings) =>
  betterAuth({ ...authOptions(pool, settings), plugins: [secondFactorPlugin, formLimits] });

export type Auth = ReturnType<typeof newAuth>;
