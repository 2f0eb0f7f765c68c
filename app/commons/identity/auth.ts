/** better-auth with our settings: e-mail and password, no public sign-up, limits kept in the database, telemetry off. */
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { errorCode } from '../../platform/database/sql-state.ts';
import { log } from '../../platform/log.ts';
import { longestPassword, shortestPassword } from './forms.ts';
import { account, rateLimit, session, user, verification } from './tables.ts';

/**
 * Set by the server from the socket on every request, replacing what the client sent: limits hold per client only then.
 * Without it all clients share one limit.
 */
export const clientAddressHeader = 'x-midcourse-client-address';

export const basePath = '/api/auth';
export const sessionHours = 12;
export const attemptsPerMinute = 10;

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
  customRules: { '/sign-in/email': { window: 60, max: attemptsPerMinute } },
} as const;

export const newAuth = (pool: Pool, { secret, publicUrl }: AuthSettings) =>
  betterAuth({
    appName: 'Midcourse',
    secret,
    basePath,
    baseURL: publicUrl ?? 'http://127.0.0.1',
    trustedOrigins: publicUrl ? [new URL(publicUrl).origin] : async (request) => sameHost(request),
    telemetry: { enabled: false },
    database: drizzleAdapter(drizzle(pool), {
      provider: 'pg',
      schema: { user, session, account, verification, rateLimit },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
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
  });

export type Auth = ReturnType<typeof newAuth>;
