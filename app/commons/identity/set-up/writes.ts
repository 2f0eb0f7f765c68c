/** The way into an empty installation: an address on the terminal of whoever started it, and one account made with it. */
import { sql } from 'drizzle-orm';
import type { Database } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { recordAudit } from '../../audit/writes.ts';
import { systemScope } from '../../permissions/scope.ts';
import { makeLink, revokeLinks, useLink } from '../one-time-links/writes.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import { addAccount } from '../writes.ts';
import type { SetUpForm } from './forms.ts';
import { hasNobody } from './reads.ts';

/** The secret of a new set-up address; undefined where there are accounts. Addresses of earlier starts open no more. */
export const makeSetUpLink = async (database: Database): Promise<string | undefined> => {
  const scope = systemScope('an empty installation was started');
  return transactWithAccounts(database, scope, async (tx) => {
    if (!(await hasNobody(tx))) return undefined;
    await revokeLinks(tx, 'set-up', 'all');
    const { id, secret } = await makeLink(tx, 'set-up', { madeBy: scope.actorId });
    await recordAudit(tx, scope, { event: 'set-up-address-made', subject: `link:${id}` });
    return secret;
  });
};

/** Makes the first administrator and names the agency. Throws `Conflict` when the address opens nothing any more. */
export const createFirstAdministrator = async (
  database: Database,
  secret: string,
  form: SetUpForm,
): Promise<void> => {
  const scope = systemScope('the set-up address was used');
  await transactWithAccounts(database, scope, async (tx) => {
    // Of two that come at once, the second waits here and then finds somebody.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('midcourse set-up', 4700))`);
    const link = await useLink(tx, 'set-up', secret);
    if (!link || !(await hasNobody(tx)))
      throw new Conflict('This address has been used, or a newer one was made.');
    const id = await addAccount(tx, scope, {
      ...form,
      assignments: [{ role: 'administrator', place: 'state' }],
    });
    await recordAudit(tx, scope, { event: 'agency-set-up', subject: `account:${id}` });
  });
};
