/** The token as text: 256 random bits behind a name by which scanners of leaked secrets know it. */
import { createHash, randomBytes } from 'node:crypto';

const shape = /^midcourse_[A-Za-z0-9_-]{43}$/;
const shownCharacters = 'midcourse_'.length + 6;

export const newTokenText = (): string => `midcourse_${randomBytes(32).toString('base64url')}`;

export const isTokenText = (text: string): boolean => shape.test(text);

/** What may be shown of it later. */
export const prefixOf = (token: string): string => token.slice(0, shownCharacters);

/** A plain hash is enough: nobody can try 2^256 tokens. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
