/** Codes for the day the phone is lost: without letters that look alike, so that paper and voice carry them. */
import { randomInt } from 'node:crypto';

const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const half = (): string => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');

/** Ten of `k7m2p-9xq4t`: 49 bits each. */
export const newBackupCodes = (): string[] => Array.from({ length: 10 }, () => `${half()}-${half()}`);

/** What somebody typed, however they wrote it, in the form it is kept in. */
export const backupCodeAsKept = (typed: string): string => {
  const bare = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `${bare.slice(0, 5)}-${bare.slice(5)}`;
};
