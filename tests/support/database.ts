/** A fresh, migrated database for one test file, on the private server that tests/support/database-server.ts keeps. */
import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { connectApplication } from '../../app/platform/database/connect.ts';
import type { Database } from '../../app/platform/database/database.ts';

export interface FreshDatabase extends Database {
  /** Connection of the tables' owner, whom row-level security does not bind: to look behind the curtain. */
  readonly owner: Client;
}

const asOwner = async <T>(access: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(access);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Copies the migrated template in about 50 ms. Call it in `beforeAll`; `close()` in `afterAll` drops the copy.
 * The job tables are there too, and everything is empty.
 */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const { owner, application } = inject('testDatabase');
  const database = `test_${randomBytes(6).toString('hex')}`;
  const role = escapeIdentifier(application.user);
  await asOwner(owner, async (client) => {
    // A copy needs its template idle; files starting together queue here.
    await client.query('select pg_advisory_lock(4700199)');
    await client.query(`create database ${database} template ${escapeIdentifier(inject('testTemplate'))}`);
    await client.query(`grant connect on database ${database} to ${role}`);
  });
  const client = new Client({ ...owner, database });
  await client.connect();
  const opened = connectApplication({ ...application, database }, true, async () => {
    await client.end();
    await asOwner(owner, (maintenance) => maintenance.query(`drop database ${database} with (force)`));
  });
  return { ...opened, owner: client };
};
