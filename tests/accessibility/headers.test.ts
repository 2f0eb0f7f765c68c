import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

const headersOf = async (page: Page, path: string): Promise<Readonly<Record<string, string>>> => {
  const answer = await page.request.get(path);
  return answer.headers();
};

test.each([
  '/',
  '/measures/kin-first',
  '/measures/kin-first.csv',
  '/measures/kin-first.json',
  '/data',
  '/nothing',
])('%s is kept by no cache, framed by nobody and runs no script but its own', async (path) => {
  const page = await visits.as('analyst');
  const headers = await headersOf(page, path);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[^']+';/);
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'.*base-uri 'none'/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  });
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('styles and fonts may be kept; each is there', async () => {
  const page = await visits.as('analyst');
  const fetched: { readonly url: string; readonly kept: string; readonly status: number }[] = [];
  page.on('response', (answer) => {
    const kept = answer.headers()['cache-control'] ?? '';
    fetched.push({ url: new URL(answer.url()).pathname, kept, status: answer.status() });
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const assets = fetched.filter(({ url }) => url.startsWith('/assets/'));
  expect(assets.some(({ url }) => url.endsWith('.css'))).toBe(true);
  expect(assets.some(({ url }) => /\.woff2?$/.test(url))).toBe(true);
  for (const { kept } of assets) expect(kept).toMatch(/max-age=31536000.*immutable/);
  expect(fetched.filter(({ status }) => status >= 400)).toEqual([]);
});

test('a page asks nobody but this server', async () => {
  const page = await visits.as('analyst');
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  for (const path of ['/', '/measures/kin-first', '/published', '/data']) await page.goto(path);
  expect([...asked]).toEqual([(await juniper()).address]);
});

test('the session’s cookie is for this server alone and out of the reach of scripts', async () => {
  const page = await visits.as('analyst');
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  // Over plain HTTP on this machine: Secure comes with PUBLIC_URL=https://…
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false });
  expect(cookie?.domain).toBe('127.0.0.1');
});

test.each(['/', '/measures', '/measures/permanency-in-12-months', '/published', '/data'])(
  '%s weighs little: at most 100 kB with styles, without fonts, as sent',
  async (path) => {
    const page = await visits.as('analyst');
    let sent = 0;
    const sizes: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'font') return;
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          sent += responseBodySize;
        }),
      );
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await Promise.all(sizes);
    expect(sent).toBeGreaterThan(1000);
    expect(sent).toBeLessThan(100_000);
  },
);
