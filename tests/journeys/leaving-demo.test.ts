/** The invented state leaves with one press, and an empty Midcourse of one's own begins in its place. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { type MidcourseProcess, startMidcourse } from '../support/midcourse-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Served, signIn, visitsTo } from '../support/visits.ts';

const data = join(temporaryFolder(), 'data');
let running: MidcourseProcess | undefined;
let first: Promise<Served> | undefined;

const start = async (): Promise<Served> => {
  const env = { MIDCOURSE_DATA: data, PORT: String(await freePort()) };
  running = startMidcourse(['demo', '--children', '2000', '--json'], { env });
  const [line] = await running.said(/^\{"address".*\}$/m, 240_000);
  return JSON.parse(line) as Served;
};

const served = (): Promise<Served> => {
  first ??= start();
  return first;
};

const visits = visitsTo(served);

afterAll(async () => {
  running?.child.kill('SIGTERM');
  await running?.ended();
});

test('only an administrator lets it leave; then nothing of it is there', { timeout: 120_000 }, async () => {
  const leader = await visits.as('leader');
  expect((await leader.goto('/data/leave-demo'))?.status()).toBe(403);

  const page = await visits.stranger({ javaScriptEnabled: false });
  await page.goto('/data');
  await signIn(page, await served(), 'administrator');
  await page.getByRole('link', { name: 'Begin with your own agency' }).click();
  await page.getByRole('button', { name: 'Let Juniper leave' }).click();
  await page.getByRole('heading', { name: 'The State of Juniper is leaving' }).waitFor();

  const said = await running?.said(/"setUpAddress":"([^"]+)"/, 60_000);
  expect(existsSync(join(data, 'juniper.json'))).toBe(false);
  await page.goto('/sign-in');
  await page.getByText('Nobody has an account here yet').waitFor();
  await page.goto(said?.[1] ?? '');
  await page.getByRole('heading', { name: 'Welcome to Midcourse' }).waitFor();
});
