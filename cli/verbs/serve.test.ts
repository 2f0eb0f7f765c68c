import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolderAt } from '../../app/platform/data-folder.ts';
import { programVersion } from '../../app/platform/program-version.ts';
import { findRunningServer } from '../../app/platform/server-lock.ts';
import { type MidcourseProcess, startMidcourse } from '../../tests/support/midcourse-process.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';

const root = temporaryFolder();
const env = (name: string, more: Record<string, string> = {}) => ({
  MIDCOURSE_DATA: join(root, name),
  PORT: '0',
  ...more,
});

let server: MidcourseProcess;
let address: string;

const addressOf = async (serving: MidcourseProcess): Promise<string> =>
  (await serving.said(/Midcourse: (http:\/\/\S+)/, 60_000))[1] ?? '';

beforeAll(async () => {
  server = startMidcourse(['serve'], { env: env('main') });
  address = await addressOf(server);
}, 90_000);
afterAll(async () => {
  server.child.kill('SIGKILL');
  await server.ended();
  // Starts once more and stops as one should, so that no database server is left over.
  const last = startMidcourse(['serve'], { env: env('main') });
  await addressOf(last);
  last.child.kill('SIGTERM');
  await last.ended();
}, 90_000);

test('health says version, database and data version', async () => {
  const response = await fetch(`${address}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'ok',
    database: 'up',
    dataVersion: null,
    version: programVersion,
  });
});

test('an empty installation prints the address of its first account, and logs it nowhere', async () => {
  const [, setUp = ''] = await server.said(/^ {2}(http:\S+\/set-up\/\S+)$/m);
  expect(await (await fetch(setUp)).text()).toContain('Name of your agency');
  expect((await fetch(`${setUp}x`)).status).toBe(404);
  await server.said(/"path":"\/set-up\/…"/);
  expect(server.stderr()).not.toContain(setUp.split('/').at(-1));
});

test('let-in, beside the running server, prints an address at which a new password is chosen', async () => {
  const [, setUp = ''] = await server.said(/^ {2}(http:\S+\/set-up\/\S+)$/m);
  const answers = { agency: 'Example agency', name: 'Rowan', password: 'three words together' };
  const body = new URLSearchParams({ ...answers, email: 'rowan@agency.example' });
  await fetch(setUp, { method: 'POST', headers: { origin: address }, body, redirect: 'manual' });
  const letIn = startMidcourse(['let-in', 'Rowan@agency.example'], { env: env('main') });
  expect(await letIn.ended()).toBe(0);
  const opened = letIn.stdout().trim();
  expect(opened).toContain(`${address}/new-password/`);
  expect(await (await fetch(opened)).text()).toContain('Choose a new password');
  const nobody = startMidcourse(['let-in', 'wren@agency.example'], { env: env('main') });
  expect(await nobody.ended()).toBe(1);
  expect(nobody.stderr()).toContain('Nobody here has this e-mail address.');
});

test('pages say how they may be used and are kept by nobody', async () => {
  const { headers } = await fetch(`${address}/sign-in`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src 'none'; script-src 'self' 'nonce-[^']+'/);
  expect(policy).not.toMatch(/script-src [^;]*unsafe/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('text is sent compressed', async () => {
  const { headers } = await fetch(`${address}/sign-in`, { headers: { 'accept-encoding': 'br' } });
  expect(headers.get('content-encoding')).toBe('br');
});

test('a change is taken only from a page of this server', async () => {
  const change = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${address}/sign-out`, { method: 'POST', headers, redirect: 'manual' })).status;
  expect(await change({ origin: 'https://elsewhere.example' })).toBe(403);
  expect(await change({})).toBe(403);
  expect(await change({ origin: address, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await change({ origin: address })).toBeLessThan(400);
});

/** One raw request, for what `fetch` will not send. */
const raw = async (head: string[]): Promise<string> => {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(`${[...head, 'Connection: close', '', ''].join('\r\n')}`);
  return text(socket);
};

test('another name for this machine is not answered', async () => {
  expect(await raw(['GET /sign-in HTTP/1.1', 'Host: elsewhere.example'])).toMatch(/^HTTP\/1.1 421 /);
});

test('too large a form is refused before it is read', async () => {
  const head = (path: string, length: string) => [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(address).host}`,
    `Origin: ${address}`,
    length,
  ];
  expect(await raw(head('/sign-in', 'Content-Length: 1000001'))).toMatch(/^HTTP\/1.1 413 /);
  expect(await raw(head('/sign-in', 'Transfer-Encoding: chunked'))).toMatch(/^HTTP\/1.1 411 /);
});

test('the log holds paths and never what was asked in a query', async () => {
  await fetch(`${address}/sign-in?name=Wanda`);
  const [line] = await server.said(/.*"http.request".*"path":"\/sign-in","status":200.*/);
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/sign-in', status: 200 });
  expect(server.stderr()).not.toContain('Wanda');
});

test('a second server on the same data folder says so and ends', async () => {
  const second = startMidcourse(['serve'], { env: env('main') });
  expect(await second.ended()).toBe(1);
  expect(second.stderr()).toContain(
    `A server already runs on ${join(root, 'main')} (process ${server.child.pid}, ${address})`,
  );
  expect((await fetch(`${address}/health`)).status).toBe(200);
});

test('a port in use is said before anything is begun', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const port = String((other.address() as AddressInfo).port);
  const refused = startMidcourse(['serve'], { env: env('port', { PORT: port }) });
  expect(await refused.ended()).toBe(1);
  expect(refused.stderr()).toContain(`Port ${port} of 127.0.0.1 is in use`);
  expect(refused.stderr()).not.toContain('database');
  expect(findRunningServer(dataFolderAt(join(root, 'port')))).toBeUndefined();
  other.close();
});

test('a wrong configuration is named and nothing is begun', async () => {
  const refused = startMidcourse(['serve'], {
    env: env('config', { PORT: 'http', DATABASE_URL: 'mysql://x/y' }),
  });
  expect(await refused.ended()).toBe(2);
  expect(refused.stderr()).toMatch(/^PORT:/m);
  expect(refused.stderr()).toMatch(/^DATABASE_URL:/m);
});

test('after a kill the next server takes over, answers within ten seconds and stops cleanly within ten', async () => {
  const killed = startMidcourse(['serve'], { env: env('killed') });
  await addressOf(killed);
  killed.child.kill('SIGKILL');
  await killed.ended();
  const beganAt = performance.now();
  const next = startMidcourse(['serve'], { env: env('killed') });
  const nextAddress = await addressOf(next);
  expect((await fetch(`${nextAddress}/health`)).status).toBe(200);
  expect(performance.now() - beganAt).toBeLessThan(10_000);
  expect(next.stderr()).toContain('lock.taken-over');
  expect(next.stderr()).not.toContain('database.started');
  const stoppedAt = performance.now();
  next.child.kill('SIGTERM');
  expect(await next.ended()).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(10_000);
  expect(next.stderr()).toContain('database.stopped');
  expect(findRunningServer(dataFolderAt(join(root, 'killed')))).toBeUndefined();
}, 60_000);

test('a request under way is finished before the server ends', async () => {
  const stopping = startMidcourse(['serve'], { env: env('finishing') });
  const { host, hostname, port } = new URL(await addressOf(stopping));
  const socket = connect(Number(port), hostname);
  const answer = text(socket);
  const form = 'email=nobody%40agency.example&password=not-a-password';
  const [begun, rest] = [form.slice(0, 10), form.slice(10)];
  const type = 'Content-Type: application/x-www-form-urlencoded';
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\n${type}\r\n` +
      `Content-Length: ${form.length}\r\n\r\n${begun}`,
  );
  await pause(300);
  stopping.child.kill('SIGTERM');
  await pause(300);
  await expect(fetch(`http://${host}/health`)).rejects.toThrow();
  socket.write(rest);
  expect(await answer).toMatch(/^HTTP\/1.1 401 /);
  expect(await stopping.ended()).toBe(0);
  expect(stopping.stderr()).toContain('database.stopped');
}, 60_000);

test('whoever guesses passwords is slowed down', async () => {
  const guess = () =>
    fetch(`${address}/sign-in`, {
      method: 'POST',
      headers: { origin: address },
      body: new URLSearchParams({ email: 'nobody@agency.example', password: 'not-a-password' }),
    });
  const statuses: number[] = [];
  for (let tries = 0; tries < 22; tries += 1) statuses.push((await guess()).status);
  expect(statuses[0]).toBe(401);
  expect(statuses.slice(20)).toEqual([429, 429]);
  expect((await guess()).headers.get('retry-after')).toMatch(/^\d+$/);
});
