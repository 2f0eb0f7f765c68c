/** What was done, newest first. */
import { and, count, desc, eq, gte, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/errors.ts';
import { user } from '../identity/tables.ts';
import type { Scope } from '../permissions/scope.ts';
import { settingsOf, transactIn } from '../permissions/transact-in.ts';
import type { AuditSearch } from './forms.ts';
import { auditChain, auditEntries } from './tables.ts';

export type AuditRecord = typeof auditEntries.$inferSelect;

export interface AuditPage {
  /** Only entries older than this one. */
  readonly before?: number | undefined;
  readonly limit?: number;
}

const startOf = (day: string, daysLater = 0): SQL =>
  sql`(${day}::date + ${daysLater}::integer)::timestamp at time zone 'UTC'`;

const about = (subject: string): SQL | undefined =>
  subject.includes(':')
    ? eq(auditEntries.subject, subject)
    : like(auditEntries.subject, `${subject.replaceAll(/[\\%_]/g, '\\$&')}:%`);

const matching = ({ subject, event, permission, from, to }: AuditSearch): SQL | undefined =>
  and(
    subject === undefined ? undefined : about(subject),
    event === undefined ? undefined : eq(auditEntries.event, event),
    permission === undefined ? undefined : eq(auditEntries.because, permission),
    from === undefined ? undefined : gte(auditEntries.at, startOf(from)),
    to === undefined ? undefined : lt(auditEntries.at, startOf(to, 1)),
  );

const listWhere = (
  database: Database,
  scope: Scope<never>,
  condition: SQL | undefined,
  { before, limit = 200 }: AuditPage,
): Promise<AuditRecord[]> =>
  transactIn(database, scope, (tx) =>
    tx
      .select()
      .from(auditEntries)
      .where(and(condition, before === undefined ? undefined : lt(auditEntries.id, before)))
      .orderBy(desc(auditEntries.id))
      .limit(limit),
  );

/** By subject, event, permission and day; never by person. */
export const listAudit = (
  database: Database,
  scope: Scope<'audit.read'>,
  { before, limit, ...search }: AuditSearch & AuditPage = {},
): Promise<AuditRecord[]> =>
  listWhere(database, scope, matching(search), { before, ...(limit === undefined ? {} : { limit }) });

export const personSearched = 'audit-searched-by-person';
const reasonLastsHours = 24;

export interface PersonSearch {
  readonly accountId: string;
  readonly reason: string;
}

/**
 * The search by person that this entry put on record. It opens what it names to whoever gave the reason, for a day.
 * Throws `NotFound`.
 */
export const getPersonSearch = async (
  database: Database,
  scope: Scope<'audit.read-by-person'>,
  id: number,
): Promise<PersonSearch> => {
  const since = sql`now() - make_interval(hours => ${reasonLastsHours}::integer)`;
  const [entry] = await transactIn(database, scope, (tx) =>
    tx
      .select()
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.id, id),
          eq(auditEntries.event, personSearched),
          eq(auditEntries.actorId, scope.actorId),
          gte(auditEntries.at, since),
        ),
      ),
  );
  if (!entry) throw new NotFound('There is no such search of yours. A reason lasts a day: give it again.');
  return { accountId: entry.subject.slice('account:'.length), reason: String(entry.details.reason ?? '') };
};

/** What one person did, and what was done to their account. */
export const listAuditOfPerson = (
  database: Database,
  scope: Scope<'audit.read-by-person'>,
  { accountId }: PersonSearch,
  page: AuditPage,
): Promise<AuditRecord[]> =>
  listWhere(
    database,
    scope,
    or(eq(auditEntries.actorId, accountId), eq(auditEntries.subject, `account:${accountId}`)),
    page,
  );

/** Names of accounts, for the page alone; an account that is gone has none. */
export const namesOfAccounts = async (
  database: Database,
  scope: Scope<'audit.read'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.transact({ ...settingsOf(scope), 'midcourse.part': 'sign-in' }, (tx) =>
    tx
      .select({ id: user.id, name: user.name })
      .from(user)
      .where(inArray(user.id, [...ids])),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export interface AuditState {
  readonly entries: number;
  /** The hash of the newest entry; blank before the first. */
  readonly head: string;
  /** When the chain was last read through, and what came of it. */
  readonly verified: AuditRecord | undefined;
}

export const chainVerified = 'audit-verified';

export const auditState = (database: Database, scope: Scope<'audit.read'>): Promise<AuditState> =>
  transactIn(database, scope, async (tx) => {
    const [counted] = await tx.select({ entries: count() }).from(auditChain);
    const [newest] = await tx
      .select({ hash: auditChain.hash })
      .from(auditChain)
      .orderBy(desc(auditChain.position))
      .limit(1);
    const [verified] = await tx
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.event, chainVerified))
      .orderBy(desc(auditEntries.id))
      .limit(1);
    return { entries: counted?.entries ?? 0, head: newest?.hash ?? '', verified };
  });
