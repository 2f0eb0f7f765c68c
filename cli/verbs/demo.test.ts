import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { roles } from '../../app/commons/permissions/role.ts';
import { type MidcourseProcess, startMidcourse } from '../../tests/support/midcourse-process.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';

const root = temporaryFolder();
const env = { MIDCOURSE_DATA: join(root, 'demo'), PORT: '0' };

interface Printed {
  readonly address: string;
  readonly accounts: readonly { role: string; email: string; password: string }[];
}

let running: MidcourseProcess | undefined;

const start = (): MidcourseProcess => {
  running = startMidcourse(['demo', '--children', '6000', '--json'], { env });
  return running;
};

const printed = async (demo: MidcourseProcess): Promise<Printed> =>
  JSON.parse((await demo.said(/^\{"address".*\}$/m, 120_000))[0]) as Printed;

const stop = async (demo: MidcourseProcess): Promise<void> => {
  demo.child.kill('SIGTERM');
  expect(await demo.ended()).toBe(0);
};

afterAll(async () => {
  running?.child.kill('SIGTERM');
  await running?.ended();
});

test('killed half way, the next start completes; the one after finds everything there within ten seconds', async () => {
  const killed = start();
  await killed.said(/Importing its own extract …/, 120_000);
  killed.child.kill('SIGKILL');
  await killed.ended();

  const completing = start();
  const first = await printed(completing);
  expect(completing.stderr()).not.toContain('Importing its AFCARS');
  expect(completing.stderr()).toContain('Version 2 is ready and in use');
  expect(completing.stderr()).toContain('14 decisions are written down');
  await stop(completing);

  const beganAt = performance.now();
  const again = start();
  const second = await printed(again);
  expect(performance.now() - beganAt).toBeLessThan(10_000);
  expect(again.stderr()).not.toMatch(/Inventing|Importing|written down/);
  expect(second.accounts).toEqual(first.accounts);
  expect(new Set(second.accounts.map(({ role }) => role))).toEqual(new Set(roles));

  const health = await (await fetch(`${second.address}/health`)).json();
  expect(health).toMatchObject({ status: 'ok', dataVersion: 2 });
  expect(await boardOf(second)).toContain('children home with their families');
  await stop(again);
}, 300_000);

/** The board as the analyst sees it after signing in through the form. */
const boardOf = async ({ address, accounts }: Printed): Promise<string> => {
  const { email = '', password = '' } = accounts[0] ?? {};
  const signedIn = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ email, password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const board = await fetch(address, { headers: { cookie } });
  expect(board.status).toBe(200);
  return board.text();
};

test('its accounts do not come into a data folder that is somebody else’s', async () => {
  const folder = join(root, 'agency');
  mkdirSync(folder);
  writeFileSync(join(folder, 'secrets.json'), '{}');
  const refused = startMidcourse(['demo'], { env: { MIDCOURSE_DATA: folder, PORT: '0' } });
  expect(await refused.ended()).toBe(1);
  expect(refused.stderr()).toContain('is in use and not by the demo');
});

test('a state of no size is a wrong call', async () => {
  const refused = startMidcourse(['demo', '--children', 'many'], { env });
  expect(await refused.ended()).toBe(2);
  expect(refused.stderr()).toContain('--children takes a whole number');
});
