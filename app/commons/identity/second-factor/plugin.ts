/** better-auth's second factor: a code from an authenticator app, with backup codes. No device is trusted to skip it. */
import { twoFactor } from 'better-auth/plugins/two-factor';
import { newBackupCodes } from './backup-code.ts';

/** Wrong codes of one account in a row before it takes none for a while, from wherever they come. */
export const wrongCodesAllowed = 10;

export const secondFactorPlugin = twoFactor({
  issuer: 'Midcourse',
  accountLockout: { maxFailedAttempts: wrongCodesAllowed, durationSeconds: 900 },
  backupCodeOptions: { customBackupCodesGenerate: newBackupCodes },
});
