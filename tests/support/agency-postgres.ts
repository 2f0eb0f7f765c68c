/** A PostgreSQL of its own, as an agency might run one: over TCP, with several databases and an administrator. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { packagedBinaries } from '../../app/platform/database/private-server/binaries.ts';
import { isRoot, serverUser } from '../../app/platform/database/private-server/system-user.ts';

export interface AgencyPostgres {
  /** `postgresql://role:password@127.0.0.1:port/database` */
  url(role: string, password: string, database: string): string;
  /** Runs statements as the administrator. */
  administer<T = unknown>(statement: string, database?: string): Promise<T[]>;
  stop(): Promise<void>;
}

const password = 'administrators-own';

/** The distribution's newest, else the one this product brings. */
const programs = (): string => {
  const installed = globSync('/usr/lib/postgresql/*/bin').sort();
  return installed.at(-1) ?? join(packagedBinaries(), 'bin');
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Starts one in `folder`, which must be enterable for everybody. */
export const startAgencyPostgres = async (folder: string): Promise<AgencyPostgres> => {
  const user = isRoot() ? serverUser() : undefined;
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const [bin, port, home] = [programs(), await freePort(), join(folder, 'agency')];
  mkdirSync(home);
  writeFileSync(join(home, 'password'), password);
  if (user) for (const path of [home, join(home, 'password')]) chownSync(path, user.uid, user.gid);
  const cluster = join(home, 'cluster');
  execFileSync(
    join(bin, 'initdb'),
    [
      '-D',
      cluster,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${join(home, 'password')}`,
      '--no-sync',
      '-E',
      'UTF8',
    ],
    { cwd: home, env: { LC_ALL: 'C.UTF-8' }, stdio: 'pipe', ...as },
  );
  const options = ['-c', 'listen_addresses=127.0.0.1', '-p', String(port), '-k', home, '-c', 'fsync=off'];
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, ...options], {
    cwd: home,
    stdio: 'ignore',
    ...as,
  });
  const url = (role: string, secret: string, database: string): string =>
    `postgresql://${role}:${secret}@127.0.0.1:${port}/${database}`;
  const administer = async <T>(statement: string, database = 'postgres'): Promise<T[]> => {
    const client = new Client({ connectionString: url('postgres', password, database) });
    await client.connect();
    try {
      return (await client.query(statement)).rows as T[];
    } finally {
      await client.end();
    }
  };
  await untilUp(administer);
  return {
    url,
    administer,
    stop: async () => {
      server.kill('SIGQUIT');
      await new Promise((resolve) => server.once('close', resolve));
    },
  };
};

const untilUp = async (administer: (statement: string) => Promise<unknown>): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    try {
      await administer('select 1');
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await pause(50);
    }
  }
};
