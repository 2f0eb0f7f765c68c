/** A person's own second factor: turned on with an authenticator app and confirmed with its code, turned off with the password. */
import { z } from 'zod';
import type { Database } from '../../../platform/database/database.ts';
import type { Auth } from '../auth.ts';
import type { Fields } from '../checked-form.ts';
import { recordOwnChange } from '../own-account/record-own-change.ts';
import { post, type Refused, refusalOf, type Taken } from '../through-handler.ts';

export interface SecondFactor {
  /** `password` → what an authenticator app needs. Nothing is asked at sign-in before it is confirmed. */
  begin(fields: Fields, headers: Headers): Promise<(Taken & { readonly uri: string }) | Refused>;
  /** `code` → it is on. The backup codes are shown now and never again. */
  confirm(fields: Fields, headers: Headers): Promise<(Taken & BackupCodes) | Refused>;
  /** `password` → it is off. Who may not be without one is refused before (`person.needsSecondFactor`). */
  turnOff(userId: string, fields: Fields, headers: Headers): Promise<Taken | Refused>;
  /** `password` → ten new ones; those from before open nothing any more. */
  newBackupCodes(userId: string, fields: Fields, headers: Headers): Promise<(Taken & BackupCodes) | Refused>;
  /** How many backup codes are left. */
  backupCodesLeft(userId: string): Promise<number>;
}

interface BackupCodes {
  readonly backupCodes: readonly string[];
}

const refusals = {
  INVALID_PASSWORD: [400, 'The password is not right.'],
  INVALID_CODE: [401, 'The code is not right. Enter the one your app shows now.'],
  TOTP_ALREADY_ENABLED: [409, 'Your second factor is on already.'],
  TOTP_NOT_ENABLED: [409, 'Begin again: enter your password.'],
  401: [401, 'Your session has ended. Sign in again.'],
  400: [400, 'Something is missing.'],
} as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const begun = z.object({ totpURI: z.string() });
const whose = z.object({ user: z.object({ id: z.string() }) });
const made = z.object({ backupCodes: z.array(z.string()) });

export const secondFactorThrough = (auth: Auth, database: Database): SecondFactor => {
  const codesOf = (userId: string): Promise<readonly string[]> =>
    auth.api.viewBackupCodes({ body: { userId } }).then(({ backupCodes }) => backupCodes);
  return {
    begin: async ({ password }, headers) => {
      const response = await post(auth, '/two-factor/enable', headers, { password: text(password) });
      if (!response.ok) return refusalOf(response, refusals);
      const { totpURI: uri } = begun.parse(await response.json());
      return { ok: true, cookies: response.headers.getSetCookie(), uri };
    },
    confirm: async ({ code }, headers) => {
      const body = { code: text(code).replaceAll(/\s/g, '') };
      const response = await post(auth, '/two-factor/verify-totp', headers, body);
      if (!response.ok) return refusalOf(response, refusals);
      const { user } = whose.parse(await response.json());
      await recordOwnChange(database, user.id, 'second-factor-added');
      return { ok: true, cookies: response.headers.getSetCookie(), backupCodes: await codesOf(user.id) };
    },
    turnOff: async (userId, { password }, headers) => {
      const response = await post(auth, '/two-factor/disable', headers, { password: text(password) });
      if (!response.ok) return refusalOf(response, refusals);
      await recordOwnChange(database, userId, 'second-factor-removed');
      return { ok: true, cookies: response.headers.getSetCookie() };
    },
    newBackupCodes: async (userId, { password }, headers) => {
      const body = { password: text(password) };
      const response = await post(auth, '/two-factor/generate-backup-codes', headers, body);
      if (!response.ok) return refusalOf(response, refusals);
      const { backupCodes } = made.parse(await response.json());
      await recordOwnChange(database, userId, 'backup-codes-made');
      return { ok: true, cookies: response.headers.getSetCookie(), backupCodes };
    },
    backupCodesLeft: async (userId) => (await codesOf(userId)).length,
  };
};
