/** Everything the owner does at start, one starter at a time: role, migrations, packages' own tables, grants. */
import { Client, type ClientConfig } from 'pg';
import { ensureApplicationRole } from './application-role.ts';
import { grantToApplication } from './grants.ts';
import { migrate } from './migrate.ts';

/** What a package with tables of its own (jobs) does as the owner, after the migrations and before the grants. */
export type OwnerStep = (owner: Client) => Promise<void>;

export type ApplicationAccess = ClientConfig & { user: string; password: string };

const startersLock = 4_700_101;

/** Two starters at once wait for each other here; the second finds everything done. */
export const prepareDatabase = async (
  owner: ClientConfig,
  application: ApplicationAccess,
  ownerSteps: readonly OwnerStep[],
): Promise<void> => {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [startersLock]);
    await ensureApplicationRole(client, application);
    await migrate(client);
    for (const step of ownerSteps) await step(client);
    await grantToApplication(client, application.user);
  } finally {
    await client.end();
  }
};
