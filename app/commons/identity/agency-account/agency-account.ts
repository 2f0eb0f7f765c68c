/** Signing in with the agency's own account: to the issuer and back, without any script of ours. */
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Database } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import type { AuthSettings } from '../auth.ts';
import { recordSignIn } from '../record-sign-in.ts';
import { isEmptyInstallation } from '../set-up/reads.ts';
import { get, post, type Refused, refusalOf, type Taken } from '../through-handler.ts';
import { type Arrival, arrivals, newAgencyAuth, providerId } from './agency-auth.ts';
import type { AgencyAccountSettings } from './settings.ts';
import { applyRules, isInvited } from './writes.ts';

/** Why somebody did not come in; `routes/session/agency-refused.tsx` says it in words. */
export type AgencyRefusal =
  | 'no_rule'
  | 'other_domain'
  | 'email_not_verified'
  | 'has_password'
  | 'suspended'
  | 'not_set_up'
  | 'too_many'
  | 'not_completed';

export interface AgencyAccount {
  /** Where to send the browser; `next`: the page asked for, a path of ours. */
  begin(next: string, headers: Headers): Promise<(Taken & { readonly url: string }) | Refused>;
  /** `search`: what the issuer sent the browser back with. */
  finish(
    search: string,
    headers: Headers,
  ): Promise<(Taken & { readonly next: string }) | { readonly ok: false; readonly why: AgencyRefusal }>;
}

const refusedPath = '/sign-in/agency/refused';
const begun = z.object({ url: z.url() });

const byCode: Readonly<Record<string, AgencyRefusal>> = {
  no_rule: 'no_rule',
  other_domain: 'other_domain',
  email_not_verified: 'email_not_verified',
  account_not_linked: 'has_password',
  ACCOUNT_SUSPENDED: 'suspended',
};

const refusalIn = (response: Response): AgencyRefusal => {
  if (response.status === 429) return 'too_many';
  const location = response.headers.get('location') ?? '';
  const code = new URL(location, 'http://localhost').searchParams.get('error') ?? '';
  return byCode[code] ?? 'not_completed';
};

type Settings = AuthSettings & { readonly publicUrl: string };

export const agencyAccountThrough = (
  pool: Pool,
  database: Database,
  settings: Settings,
  agency: AgencyAccountSettings,
): AgencyAccount => {
  const auth = newAgencyAuth(pool, settings, agency, (userId) => isInvited(database, userId));
  const sessionOf = async (cookies: readonly string[]) => {
    const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ');
    return auth.api.getSession({ headers: new Headers({ cookie }) });
  };
  /** Who was here by rules that hold no more is nobody here from now on. */
  const takeRoles = async ({ userId }: Arrival): Promise<void> => {
    if (userId === undefined) return;
    await applyRules(database, userId, []).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  };
  return {
    begin: async (next, headers) => {
      const asked = new Headers(headers);
      // A link sends no Origin; that it was followed on a page of ours, the page has seen to.
      if (!asked.has('origin')) asked.set('origin', new URL(settings.publicUrl).origin);
      const body = { provider: providerId, callbackURL: next, errorCallbackURL: refusedPath };
      const response = await post(auth, '/sign-in/social', asked, { ...body, disableRedirect: true });
      if (!response.ok) return refusalOf(response, {});
      const { url } = begun.parse(await response.json());
      return { ok: true, cookies: response.headers.getSetCookie(), url };
    },
    finish: async (search, headers) => {
      if (await isEmptyInstallation(database)) return { ok: false, why: 'not_set_up' };
      const arrival: Arrival = {};
      const response = await arrivals.run(arrival, () =>
        get(auth, `/callback/${providerId}${search}`, headers),
      );
      const cookies = response.headers.getSetCookie();
      const found = await sessionOf(cookies);
      if (!found) {
        const why = refusalIn(response);
        if (why === 'no_rule' || why === 'other_domain') await takeRoles(arrival);
        return { ok: false, why };
      }
      await applyRules(database, found.user.id, arrival.assignments ?? []);
      await recordSignIn(database, found.user.id, 'agency account');
      return { ok: true, cookies, next: response.headers.get('location') ?? '/' };
    },
  };
};
