/** Reading the chain through: at once where it is short, as a job where years of entries take longer than a request. */
import { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import type { JobHandler } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { type Scope, systemScope } from '../permissions/scope.ts';
import { recordVerified } from './reading-on-record.ts';
import { auditState } from './reads.ts';
import { type AuditProof, verifyAudit } from './verify.ts';

export const verifyKind = 'audit-verify';

/** About a second's reading. */
const mostAtOnce = 20_000;

const verifyInput = z.object({ expected: z.string().optional() });

/** "12,345 entries, all as they were written." */
export const proofSentence = ({ entries, problem }: Pick<AuditProof, 'entries' | 'problem'>): string =>
  problem ?? `${entries.toLocaleString('en-US')} entries, all as they were written.`;

export const verifyHandler =
  (database: Database): JobHandler =>
  async ({ id, input, startedBy, report, signal }) => {
    const { expected } = verifyInput.parse(input);
    const scope = systemScope(`job ${id}`, startedBy);
    const { entries: all } = await auditState(database, scope);
    const proof = await verifyAudit(database, scope, expected, (entries) => {
      signal.throwIfAborted();
      report({ step: 'Reading the chain', file: null, rows: entries, bytes: entries, totalBytes: all });
    });
    await recordVerified(database, scope, proof);
    return { ok: proof.problem === null, sentence: proofSentence(proof) };
  };

/** Done when this resolves, or under way as a job. What comes of it is on record either way. */
export const verifyNow = async (
  database: Database,
  jobs: JobQueue,
  scope: Scope<'audit.read'>,
  expected: string | undefined,
): Promise<void> => {
  const { entries } = await auditState(database, scope);
  if (entries > mostAtOnce) {
    const input = expected === undefined ? {} : { expected };
    await jobs.startJob(scope, { kind: verifyKind, title: 'Reading the audit’s chain through', input });
    return;
  }
  await recordVerified(database, scope, await verifyAudit(database, scope, expected));
};
