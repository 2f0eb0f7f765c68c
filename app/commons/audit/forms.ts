/** What somebody asks of the audit. */
import { z } from 'zod';
import type { Day } from '../../platform/clock.ts';

const blankIsNothing = (text: unknown): unknown => (text === '' ? undefined : text);
const words = (most: number) => z.preprocess(blankIsNothing, z.string().trim().max(most).optional());
const day = z.preprocess(blankIsNothing, z.iso.date('Write days as YYYY-MM-DD.').optional());

export const auditSearchForm = z.object({
  /** `data-version:7`, or `data-version` for all of a kind. */
  subject: words(200),
  /** As it is kept or as it is shown: `version-published`, "Version published". */
  event: words(80).transform((text) => text?.toLowerCase().replaceAll(/\s+/g, '-')),
  permission: words(80),
  from: day,
  to: day,
});

export interface AuditSearch {
  readonly subject?: string | undefined;
  readonly event?: string | undefined;
  /** What stands under `because`: the permission used, or the program's own reason. */
  readonly permission?: string | undefined;
  /** First and last day, UTC. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

export const personSearchForm = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Enter the person’s e-mail address.')),
  reason: z
    .string()
    .trim()
    .min(20, 'Say why in a sentence: whoever reads the audit later should understand it.')
    .max(500, 'Say it in at most 500 letters.'),
});

export type PersonSearchForm = z.infer<typeof personSearchForm>;
