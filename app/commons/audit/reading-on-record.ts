/** Readings of the audit that are on record themselves, before anything is shown. */
import { eq } from 'drizzle-orm';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/errors.ts';
import { user } from '../identity/tables.ts';
import type { Scope } from '../permissions/scope.ts';
import { settingsOf, transactIn } from '../permissions/transact-in.ts';
import { personSearchForm } from './forms.ts';
import { chainVerified, personSearched } from './reads.ts';
import { auditEntries } from './tables.ts';
import type { AuditProof } from './verify.ts';
import { recordAudit } from './writes.ts';

/** That entries leave the pages, as a file or to a program. `asked`: what they were chosen by. */
export const recordAuditTaken = (
  database: Database,
  scope: Scope<'audit.read'> | Scope<'audit.read-by-person'>,
  as: 'CSV' | 'JSON' | 'answer to a token',
  asked: Readonly<Record<string, string | number | undefined>>,
): Promise<void> => {
  const details = Object.fromEntries(
    Object.entries(asked).filter((pair): pair is [string, string | number] => pair[1] !== undefined),
  );
  return transactIn(database, scope, (tx) =>
    recordAudit(tx, scope, { event: 'audit-taken', subject: 'audit:entries', details: { as, ...details } }),
  );
};

/** The id of the entry that says whom somebody looks for, and why: it opens the search. Throws `Invalid`. */
export const recordPersonSearch = (
  database: Database,
  scope: Scope<'audit.read-by-person'>,
  form: unknown,
): Promise<number> => {
  const parsed = personSearchForm.safeParse(form);
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ message }) => message).join(' '));
  const { email, reason } = parsed.data;
  return database.transact({ ...settingsOf(scope), 'midcourse.part': 'sign-in' }, async (tx) => {
    const [person] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (!person)
      throw new Invalid('There is no account with this e-mail address.', 'Look at how it is written.');
    const [entry] = await tx
      .insert(auditEntries)
      .values({
        actorId: scope.actorId,
        because: scope.because,
        event: personSearched,
        subject: `account:${person.id}`,
        details: { reason },
      })
      .returning({ id: auditEntries.id });
    if (!entry) throw new Error('An entry that was written was not given back.');
    return entry.id;
  });
};

/** That the chain was read through, and what came of it. */
export const recordVerified = (
  database: Database,
  scope: Scope<'audit.read'>,
  { entries, head, problem }: AuditProof,
): Promise<void> =>
  transactIn(database, scope, (tx) =>
    recordAudit(tx, scope, {
      event: chainVerified,
      subject: 'audit:chain',
      details: { entries, head, problem },
    }),
  );
