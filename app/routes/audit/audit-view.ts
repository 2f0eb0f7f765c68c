/** Entries and the state of the chain as a reader sees them. */
import { verifyKind } from '../../commons/audit/jobs.ts';
import { auditPolicy } from '../../commons/audit/policy.ts';
import { type AuditRecord, auditState, namesOfAccounts } from '../../commons/audit/reads.ts';
import { jobsPolicy } from '../../commons/jobs/policy.ts';
import { listJobs } from '../../commons/jobs/reads.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { instantText } from '../../ui/format/days.ts';
import { countText } from '../../ui/format/numbers.ts';
import type { Visit } from '../page.ts';

export interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly event: string;
  readonly what: string;
  readonly subject: string;
  /** A person is not looked for by a click. */
  readonly isPerson: boolean;
  readonly because: string;
  readonly details: string;
}

/** `version-published` → "Version published" */
const eventText = (event: string): string => {
  const words = event.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const accountIn = ({ subject }: AuditRecord): string[] =>
  subject.startsWith('account:') ? [subject.slice('account:'.length)] : [];

/** A hash is told apart by its beginning; the whole of it stands in the files. */
const detailText = ([name, value]: [string, unknown]): string => {
  const text = String(value ?? 'none');
  return `${name}: ${/^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text}`;
};

export const auditRows = async (
  { services, actor }: Pick<Visit, 'services' | 'actor'>,
  entries: readonly AuditRecord[],
): Promise<AuditRow[]> => {
  const people = new Set(entries.flatMap((entry) => [entry.actorId, ...accountIn(entry)]));
  const scope = scopeFor(actor, auditPolicy['audit.read']);
  const names = await namesOfAccounts(services.database, scope, [...people]);
  const nameOf = (id: string): string => {
    if (id === 'system') return 'Midcourse itself';
    return id === actor.id ? 'You' : (names.get(id) ?? 'Somebody whose account is gone');
  };
  const accountText = (id: string): string => (id === actor.id ? 'your account' : `account of ${nameOf(id)}`);
  return entries.map((entry) => {
    const [account] = accountIn(entry);
    return {
      id: entry.id,
      at: instantText(entry.at.toISOString()),
      who: nameOf(entry.actorId),
      event: entry.event,
      what: eventText(entry.event),
      subject: account === undefined ? entry.subject : accountText(account),
      isPerson: account !== undefined,
      because: entry.because,
      details: Object.entries(entry.details).map(detailText).join(' · '),
    };
  });
};

const underWay = async ({ services, actor }: Pick<Visit, 'services' | 'actor'>) => {
  const scope = scopeFor(actor, jobsPolicy['jobs.read']);
  const [job] = await listJobs(services.database, scope, { kind: verifyKind, limit: 1 });
  if (!job || job.endedAt !== null) return null;
  return {
    share: job.totalBytes > 0 ? job.rows / job.totalBytes : null,
    read: `${countText(job.rows)} of ${countText(job.totalBytes)} entries read`,
  };
};

export const chainView = async (visit: Pick<Visit, 'services' | 'actor'>) => {
  const scope = scopeFor(visit.actor, auditPolicy['audit.read']);
  const { entries, head, verified } = await auditState(visit.services.database, scope);
  const { entries: counted = 0, head: then = '', problem = null } = verified?.details ?? {};
  return {
    entries: countText(entries),
    head,
    underWay: await underWay(visit),
    last: verified
      ? {
          at: instantText(verified.at.toISOString()),
          entries: countText(Number(counted)),
          head: String(then),
          problem: problem === null ? null : String(problem),
        }
      : null,
  };
};

export type ChainView = Awaited<ReturnType<typeof chainView>>;
