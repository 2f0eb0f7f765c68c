/** Inside the private server: the owner role and the database, as an agency's administrator would make them. */
import { Client, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg';
import { scramVerifier } from '../scram-verifier.ts';

export const ownerRole = 'midcourse_owner';
export const databaseName = 'midcourse';

/** The owner is no superuser, so that what works here works in an agency's own PostgreSQL too. */
export const prepareOwner = async (
  admin: Client,
  access: ClientConfig,
  ownerPassword: string,
): Promise<void> => {
  const role = escapeIdentifier(ownerRole);
  const roles = await admin.query('select 1 from pg_roles where rolname = $1', [ownerRole]);
  if (roles.rowCount === 0) {
    const verifier = escapeLiteral(scramVerifier(ownerPassword));
    await admin.query(`create role ${role} login createrole createdb password ${verifier}`);
  }
  const databases = await admin.query('select 1 from pg_database where datname = $1', [databaseName]);
  if (databases.rowCount === 0) {
    await admin.query(`create database ${escapeIdentifier(databaseName)} owner ${role}`);
  }
  await closeToOthers(access);
};

const closeToOthers = async (access: ClientConfig): Promise<void> => {
  const client = new Client({ ...access, database: databaseName });
  await client.connect();
  try {
    await client.query(`revoke all on database ${escapeIdentifier(databaseName)} from public`);
  } finally {
    await client.end();
  }
};
