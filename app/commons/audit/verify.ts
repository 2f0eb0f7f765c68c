/** Reads the audit from its first entry and says whether anything was changed, taken out or slipped in. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Scope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';

export interface AuditProof {
  readonly entries: number;
  /** The hash of the newest entry. Written down elsewhere, it also proves later that no entry was cut off at the end. */
  readonly head: string;
  /** The first thing that is not as it was written; null when everything is. */
  readonly problem: string | null;
}

interface Linked extends Record<string, unknown> {
  readonly position: string;
  readonly entry_id: string | null;
  readonly hash: string | null;
  /** The entry as migrations/ writes it for its hash; null where there is none. */
  readonly content: string | null;
}

const atOnce = 5000;

/** Entries in the order they were sealed; one that was never sealed comes last. */
const linkedAfter = async (tx: Transaction, position: string): Promise<Linked[]> => {
  const { rows } = await tx.execute<Linked>(sql`
    select coalesce(link.position, 9223372036854775807)::text as position, entry.id::text as entry_id,
      link.hash, audit_entry_content(entry) as content
    from audit_chain link full join audit_entries entry on entry.id = link.entry_id
    where coalesce(link.position, 9223372036854775807) > ${position}::bigint
    order by coalesce(link.position, 9223372036854775807), entry.id limit ${atOnce}`);
  return rows;
};

const problemOf = ({ entry_id, hash, content, position }: Linked, previous: string): string | null => {
  if (hash === null) return `Entry ${entry_id} was slipped in past the chain.`;
  if (content === null) return `The entry at place ${position} of the chain was taken out.`;
  const expected = createHash('sha256').update(`${previous}\n${content}`).digest('hex');
  return expected === hash ? null : `Entry ${entry_id}, or what stood before it, was changed.`;
};

const walk = async (
  tx: Transaction,
  expected: string | undefined,
  onRead: (entries: number) => void,
): Promise<AuditProof> => {
  let isExpectedSeen = expected === undefined;
  let head = '';
  let entries = 0;
  let last = '0';
  for (;;) {
    const links = await linkedAfter(tx, last);
    for (const link of links) {
      const problem = problemOf(link, head);
      if (problem !== null) return { entries, head, problem };
      head = link.hash ?? '';
      isExpectedSeen ||= head === expected;
      entries += 1;
      last = link.position;
    }
    onRead(entries);
    if (links.length < atOnce) {
      const problem = isExpectedSeen
        ? null
        : 'The hash you expect is not in the chain: entries were cut off or replaced.';
      return { entries, head, problem };
    }
  }
};

/**
 * Ends at the first problem. `expected`: a hash noted earlier, which must still be in the chain. `onRead` is told how many
 * entries are read, and may throw to stop.
 */
export const verifyAudit = (
  database: Database,
  scope: Scope<'audit.read'>,
  expected?: string,
  onRead: (entries: number) => void = () => undefined,
): Promise<AuditProof> => transactIn(database, scope, (tx) => walk(tx, expected, onRead));
