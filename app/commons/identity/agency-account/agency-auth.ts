/**
 * better-auth for agency accounts (OpenID Connect: discovery, PKCE, state, nonce, the ID token's signature). An instance of
 * its own beside the one for passwords, with the same sessions: an issuer that does not answer must not keep anybody else out.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Pool } from 'pg';
import type { Assignment } from '../../permissions/actor.ts';
import { type AuthSettings, authOptions } from '../auth.ts';
import { assignmentsBy, type Claims } from './rules.ts';
import type { AgencyAccountSettings } from './settings.ts';

export const providerId = 'agency';
export const returnPath = '/sign-in/agency/return';

/** What the issuer said of the person who is coming in, while the library works through the answer. */
export interface Arrival {
  assignments?: Assignment[];
  /** The account that is here already. */
  userId?: string;
}

export const arrivals = new AsyncLocalStorage<Arrival>();

/** Whether an account may come in without a rule: one that an administrator invited keeps the roles given here. */
export type IsInvited = (userId: string) => Promise<boolean>;

type Validate = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;

const claimsOf = (source: Parameters<Validate>[0]['source']): Claims => source.oauth?.profile ?? {};

const validateBy =
  ({ emailDomain, rules }: AgencyAccountSettings, isInvited: IsInvited): Validate =>
  async ({ user, source }) => {
    const [claims, arrival] = [claimsOf(source), arrivals.getStore()];
    const isKnown = source.action !== 'create-user' && typeof user.id === 'string';
    if (arrival && isKnown) arrival.userId = String(user.id);
    if (!String(user.email).toLowerCase().endsWith(`@${emailDomain}`)) return { error: 'other_domain' };
    if ([false, 'false'].includes(claims.email_verified as boolean)) return { error: 'email_not_verified' };
    const assignments = assignmentsBy(rules, claims);
    if (arrival) arrival.assignments = assignments;
    if (assignments.length > 0 || (isKnown && (await isInvited(String(user.id))))) return undefined;
    return { error: 'no_rule' };
  };

/** Their tokens would open more than we need: none is kept. */
const withoutTokens = async () => ({
  data: { accessToken: null, refreshToken: null, idToken: null },
});

export const newAgencyAuth = (
  pool: Pool,
  settings: AuthSettings & { readonly publicUrl: string },
  agency: AgencyAccountSettings,
  isInvited: IsInvited,
) => {
  const options = authOptions(pool, settings);
  const provider: GenericOAuthConfig = {
    providerId,
    discoveryUrl: `${agency.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId: agency.clientId,
    clientSecret: agency.clientSecret,
    authentication: 'basic',
    scopes: ['openid', 'email', 'profile', ...agency.scopes],
    redirectURI: new URL(returnPath, settings.publicUrl).href,
  };
  return betterAuth({
    ...options,
    user: { ...options.user, validateUserInfo: validateBy(agency, isInvited) },
    account: {
      updateAccountOnSignIn: false,
      // An account with a password here is joined only where the issuer vouches for the address.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    databaseHooks: { ...options.databaseHooks, account: { create: { before: withoutTokens } } },
    plugins: [genericOAuth({ config: [provider] })],
  });
};
