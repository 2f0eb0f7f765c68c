/** A fresh, migrated database for one test file, on the private server that tests/support/database-server.ts keeps. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
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

const tries = 25;

/** The server's own cleaner may be at work in it: an owner may not end that one, and waits until it has gone. */
const dropped = async (maintenance: Client, database: string): Promise<void> => {
  for (let left = tries; left > 0; left -= 1) {
    try {
      await maintenance.query(`drop database ${database} with (force)`);
      return;
    } catch (error) {
      if (left === 1 || (error as { code?: string }).code !== '42501') throw error;
      await pause(200);
    }
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
    await asOwner(owner, (maintenance) => dropped(maintenance, database));
  });
  return { ...opened, owner: client };
};
