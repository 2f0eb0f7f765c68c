/** The role every request, job and verb works as: it owns nothing and row-level security binds it. */
import { Client, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg';
import { Invalid } from '../errors.ts';
import { log } from '../log.ts';
import { scramVerifier } from './scram-verifier.ts';
import { errorCode } from './sql-state.ts';

const notPermitted = '42501';
const wrongPassword = new Set(['28P01', '28000']);

/** Runs what needs the right to manage roles; without it, says exactly what an administrator has to run. */
const asRoleManager = async (owner: Client, statement: string): Promise<void> => {
  try {
    await owner.query(statement);
  } catch (error) {
    if (errorCode(error) !== notPermitted) throw error;
    throw new Invalid(
      'The role of DATABASE_URL may not manage roles, and the application needs one of its own.',
      `As an administrator run this, then start again:\n  ${statement};`,
    );
  }
};

const canSignIn = async (access: ClientConfig): Promise<boolean> => {
  const client = new Client(access);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (wrongPassword.has(errorCode(error) ?? '')) return false;
    throw error;
  }
};

interface Attributes {
  powers: boolean;
  isOwner: boolean;
}

const refusePowers = async (owner: Client, role: string): Promise<void> => {
  const { rows } = await owner.query<Attributes>(
    `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powers,
       pg_has_role(rolname, current_user, 'member') as "isOwner"
     from pg_roles where rolname = $1`,
    [role],
  );
  const found = rows[0];
  if (found?.powers || found?.isOwner) {
    const name = escapeIdentifier(role);
    throw new Invalid(
      `The application role ${role} has more rights than it may have.`,
      `As an administrator run: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION; ` +
        'and take it out of the owner role.',
    );
  }
};

/**
 * Makes the role when missing and lets it in with this password; another password (a restored data folder) is replaced.
 * Throws `Invalid` with the statement an administrator has to run when the owner may not.
 */
export const ensureApplicationRole = async (
  owner: Client,
  access: ClientConfig & { user: string; password: string },
): Promise<void> => {
  const { user: role, password } = access;
  const name = escapeIdentifier(role);
  const verifier = escapeLiteral(scramVerifier(password));
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) {
    await asRoleManager(owner, `CREATE ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${verifier}`);
  }
  await refusePowers(owner, role);
  await owner.query(`grant connect on database ${escapeIdentifier(access.database ?? role)} to ${name}`);
  if (await canSignIn(access)) return;
  await asRoleManager(owner, `ALTER ROLE ${name} LOGIN PASSWORD ${verifier}`);
  log.info('database.application-password-set', { role });
  if (!(await canSignIn(access))) {
    throw new Invalid(
      `The application role ${role} cannot sign in with a password.`,
      'Allow scram-sha-256 for it in pg_hba.conf.',
    );
  }
};
