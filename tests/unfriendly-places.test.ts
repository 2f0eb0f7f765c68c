import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRoot } from '../app/platform/database/private-server/system-user.ts';
import { linkedClone } from './support/linked-clone.ts';
import { type MidcourseProcess, type ProcessOptions, startMidcourse } from './support/midcourse-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = temporaryFolder();

const healthOf = async (server: MidcourseProcess): Promise<unknown> => {
  const [, address] = await server.said(/Midcourse: (http:\/\/\S+)/, 90_000);
  return (await fetch(`${address}/health`)).json();
};

const servedOnce = async (options: ProcessOptions): Promise<MidcourseProcess> => {
  const server = startMidcourse(['serve'], options);
  expect(await healthOf(server)).toMatchObject({ status: 'ok', database: 'up' });
  server.child.kill('SIGTERM');
  expect(await server.ended()).toBe(0);
  return server;
};

test.runIf(isRoot())(
  'as root, in a clone nobody else can enter, the database runs as its own user elsewhere and says so',
  async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed);
    const clone = linkedClone(join(closed, 'midcourse'));
    chmodSync(closed, 0o700);
    const data = join(root, 'root-data');
    const server = await servedOnce({ clone, env: { MIDCOURSE_DATA: data, PORT: '0' } });
    const placed = server
      .stderr()
      .split('\n')
      .filter((line) => line.includes('database.placed'));
    expect(placed).toHaveLength(1);
    expect(JSON.parse(placed[0] ?? '')).toMatchObject({
      user: expect.stringMatching(/^(midcourse|postgres|nobody)$/),
      data: expect.stringMatching(/^\/var\/lib\/midcourse\/[0-9a-f]{12}$/),
      programs: expect.stringMatching(/^\/var\/lib\/midcourse\/postgresql-[0-9a-f]{12}$/),
    });
    await servedOnce({ clone, env: { MIDCOURSE_DATA: data, PORT: '0' } });
  },
  120_000,
);

test.runIf(isRoot())(
  'as an ordinary user everything stays in the data folder, also under a path too long for a socket',
  async () => {
    const clone = linkedClone(join(root, 'open'));
    const nobody = { uid: 65534, gid: 65534 };
    const data = join(root, `ordinary-${'x'.repeat(90)}`);
    for (const path of [join(clone, 'build'), data]) {
      mkdirSync(path, { recursive: true });
      chownSync(path, nobody.uid, nobody.gid);
    }
    const server = await servedOnce({ clone, runAs: nobody, env: { MIDCOURSE_DATA: data, PORT: '0' } });
    expect(server.stderr()).not.toContain('database.placed');
    expect(readdirSync(join(data, 'database'))).toContain('cluster');
  },
  120_000,
);
