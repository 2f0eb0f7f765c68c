/** The secret in a one-time address, and the only form it is kept in. */
import { createHash, randomBytes } from 'node:crypto';

/** 192 bits; letters, figures, `-` and `_`. */
export const newLinkSecret = (): string => randomBytes(24).toString('base64url');

/** The secret is random and long, so that a plain hash gives nothing away. */
export const linkSecretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
