/**
 * The agency's own accounts: where its sign-in stands, and which of its groups are what here. Whoever runs Midcourse writes
 * it in one file, which `MIDCOURSE_AGENCY_ACCOUNTS` names; docs/operations.md shows one.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import { roles } from '../../permissions/role.ts';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

const issuer = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => text.startsWith('https:') || loopback.has(new URL(text).hostname),
    'must begin with https',
  );

const rule = z.strictObject({
  /** The name of a claim, such as `groups`, and the value it must be or hold. */
  claim: z.string().min(1),
  is: z.string().min(1),
  role: z.enum(roles),
  /** `state`, or with values of other claims in braces: `county:{county}`, `unit:{county}/{unit}`. */
  place: z.string().min(1),
});

const shape = z.strictObject({
  issuer,
  clientId: z.string().min(1),
  /** Beside this file, unless its path is whole. */
  secretFile: z.string().min(1),
  /** What stands behind the @ of every address that may come in. */
  emailDomain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as agency.example'),
  scopes: z.array(z.string()).default([]),
  rules: z.array(rule),
});

export type AccountRule = z.infer<typeof rule>;

export interface AgencyAccountSettings extends Omit<z.infer<typeof shape>, 'secretFile'> {
  readonly clientSecret: string;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new Invalid(
      `${path} cannot be read.`,
      'MIDCOURSE_AGENCY_ACCOUNTS names it; correct it and start again.',
    );
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Throws `Invalid`, naming everything that is wrong. Repeats no secret. */
export const readAgencyAccounts = (path: string): AgencyAccountSettings => {
  const { data, error } = shape.safeParse(parsed(read(path)));
  if (error) {
    const lines = error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
    throw new Invalid(`${path} is not usable.\n${lines.join('\n')}`, 'Correct it and start again.');
  }
  const { secretFile, ...settings } = data;
  return { ...settings, clientSecret: read(resolve(dirname(path), secretFile)) };
};
