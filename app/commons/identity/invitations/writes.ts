/** Invitations: made, renewed, taken back by an administrator; taken up once by whoever has the address. */
import { eq } from 'drizzle-orm';
import type { Database } from '../../../platform/database/database.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { recordAudit } from '../../audit/writes.ts';
import type { Assignment } from '../../permissions/actor.ts';
import { type Scope, systemScope } from '../../permissions/scope.ts';
import { type MadeLink, makeLink, renewLink, revokeLinks, useLink } from '../one-time-links/writes.ts';
import { rolesInWords } from '../roles-in-words.ts';
import { user } from '../tables.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import { addAccount } from '../writes.ts';
import type { JoinForm } from './forms.ts';

type ChangeScope = Scope<'accounts.manage'>;

export interface Invitation {
  readonly email: string;
  readonly assignments: readonly Assignment[];
}

const isTaken = (error: unknown): boolean =>
  [error, (error as Error).cause].some(
    (one) => one instanceof Error && 'code' in one && one.code === '23505',
  );

/** Throws `Conflict` where the address has an account, or an invitation not taken up yet. */
export const invite = async (
  database: Database,
  scope: ChangeScope,
  { email, assignments }: Invitation,
): Promise<MadeLink> => {
  try {
    return await transactWithAccounts(database, scope, async (tx) => {
      const known = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
      if (known.length > 0) throw new Conflict('There is already an account with this e-mail address.');
      const facts = { email, assignments, agency: scope.agency, madeBy: scope.actorId };
      const made = await makeLink(tx, 'invitation', facts);
      const details = { roles: rolesInWords(assignments) };
      await recordAudit(tx, scope, { event: 'person-invited', subject: `invitation:${made.id}`, details });
      return made;
    });
  } catch (error) {
    if (isTaken(error))
      throw new Conflict('This address is invited already. Open that invitation to make a new link.');
    throw error;
  }
};

/** A new link for another week; the one before opens nothing any more. */
export const renewInvitation = (database: Database, scope: ChangeScope, id: string): Promise<MadeLink> =>
  transactWithAccounts(database, scope, async (tx) => {
    const renewed = await renewLink(tx, 'invitation', id);
    if (!renewed) throw new NotFound('This invitation was taken up or taken back.');
    await recordAudit(tx, scope, { event: 'invitation-renewed', subject: `invitation:${id}` });
    return renewed;
  });

export const revokeInvitation = (database: Database, scope: ChangeScope, id: string): Promise<void> =>
  transactWithAccounts(database, scope, async (tx) => {
    if ((await revokeLinks(tx, 'invitation', { id })) === 0)
      throw new NotFound('This invitation was taken up or taken back.');
    await recordAudit(tx, scope, { event: 'invitation-revoked', subject: `invitation:${id}` });
  });

/** Makes the account; gives its e-mail address. Throws `Conflict` when the link opens nothing any more. */
export const takeUpInvitation = (database: Database, secret: string, form: JoinForm): Promise<string> => {
  const scope = systemScope('an invitation was taken up');
  return transactWithAccounts(database, scope, async (tx) => {
    const link = await useLink(tx, 'invitation', secret);
    if (!link?.email || !link.assignments || !link.agency)
      throw new Conflict('This invitation has been used, was taken back, or is too old.');
    const { email, assignments, agency } = link;
    const id = await addAccount(tx, scope, { ...form, email, agency, assignments: [...assignments] });
    await recordAudit(tx, scope, {
      event: 'invitation-taken-up',
      subject: `account:${id}`,
      details: { invitation: link.id },
    });
    return email;
  });
};
