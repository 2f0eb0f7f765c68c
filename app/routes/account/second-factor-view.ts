/** What the page of the second factor shows, by where somebody is on the way. */
import type { Refused } from '../../commons/identity/through-handler.ts';

/** `uri`: what the code of the picture says; it holds the secret. */
export type Stage =
  | { readonly at: 'scan'; readonly uri: string; readonly secret: string; readonly problem?: string }
  | { readonly at: 'codes'; readonly codes: readonly string[]; readonly isNew: boolean }
  | { readonly at: 'start'; readonly problem: string };

const secretIn = (uri: string): string | null =>
  URL.canParse(uri) && uri.startsWith('otpauth://totp/') ? new URL(uri).searchParams.get('secret') : null;

/** In groups of four, as people read it out. */
export const scanStage = (uri: string, problem?: string): Stage => {
  const secret = secretIn(uri);
  if (secret === null) return { at: 'start', problem: problem ?? 'Begin again: enter your password.' };
  const spaced = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return { at: 'scan', uri, secret: spaced, ...(problem !== undefined && { problem }) };
};

export const startStage = ({ problem }: Refused): Stage => ({ at: 'start', problem });
