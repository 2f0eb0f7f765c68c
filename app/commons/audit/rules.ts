/** The audit is about what was done, not about who works how: nobody is looked for in it without a reason on record. */
import { NotAllowed } from '../../platform/errors.ts';
import { whoCan } from '../permissions/permission.ts';
import { auditPolicy } from './policy.ts';

const aboutAccount = /^account:./;

/** An account as the subject is a person, whichever way one asks. Throws `NotAllowed`. */
export const refusePersonAsSubject = (subject: string | undefined): void => {
  if (subject === undefined || !aboutAccount.test(subject)) return;
  throw new NotAllowed(
    'The audit is not searched by person in this way.',
    `${whoCan(auditPolicy['audit.read-by-person'])} It takes a reason, which is put on record first.`,
  );
};

interface Entry {
  readonly actorId: string;
  readonly subject: string;
}

/** What leaves the audit as a file or to a program names no person: a list of them could be sorted by employee. */
export const withoutPerson = <T extends Entry>({ actorId, ...entry }: T) => ({
  ...entry,
  by: actorId === 'system' ? ('the program' as const) : ('a person' as const),
  subject: aboutAccount.test(entry.subject) ? 'account' : entry.subject,
});
