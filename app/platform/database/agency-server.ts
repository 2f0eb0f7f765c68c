/** The agency's own PostgreSQL, as `DATABASE_URL` names it. Its role owns the tables. */
import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { Invalid } from '../errors.ts';
import { errorCode } from './sql-state.ts';

const oldestVersion = 15;

export interface AgencyServer {
  readonly owner: ClientConfig;
  readonly applicationRole: string;
}

/** The parts of a connection string, so that the application role can use the same server. */
const partsOf = (url: string): ClientConfig => {
  const { host, port, database, user, password, ssl } = new Client({ connectionString: url });
  return { host, port, database, user, ssl, ...(password && { password }) };
};

/** Roles are shared by every database of a server, so each database gets an application role of its own. */
export const applicationRoleOf = (database: string): string =>
  `midcourse_app_${createHash('sha256').update(database).digest('hex').slice(0, 8)}`;

const connected = async (owner: ClientConfig): Promise<Client> => {
  const client = new Client(owner);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const code = errorCode(error);
    throw new Invalid(
      `The database of DATABASE_URL cannot be reached${code ? ` (${code})` : ''}.`,
      'Check its host, port, database, user and password, and that the server is up.',
    );
  }
};

/** Checks version and rights. Throws `Invalid` saying what is missing and how to give it. */
export const checkAgencyServer = async (url: string): Promise<AgencyServer> => {
  const owner = partsOf(url);
  const client = await connected(owner);
  try {
    const { rows } = await client.query<Facts>(factsQuery);
    const facts = rows[0];
    if (!facts) throw new Invalid('The database of DATABASE_URL does not answer as PostgreSQL does.');
    if (facts.version < oldestVersion * 10_000) {
      throw new Invalid(
        `Midcourse needs PostgreSQL ${oldestVersion} or later; DATABASE_URL leads to ${facts.named}.`,
      );
    }
    if (!facts.mayCreate) {
      throw new Invalid(
        `The role of DATABASE_URL, ${facts.role}, may not make tables in ${facts.database}.`,
        `As an administrator run: ALTER DATABASE "${facts.database}" OWNER TO "${facts.role}";`,
      );
    }
    return { owner, applicationRole: applicationRoleOf(facts.database) };
  } finally {
    await client.end();
  }
};

interface Facts {
  version: number;
  named: string;
  role: string;
  database: string;
  mayCreate: boolean;
}

const factsQuery = `
  select current_setting('server_version_num')::int as version, current_setting('server_version') as named,
    current_user as role, current_database() as database,
    has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as "mayCreate"`;
