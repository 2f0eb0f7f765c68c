/** `npm run pictures`: invents the whole State of Juniper, serves it, and keeps pictures of its main pages in docs/pictures. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Demo, withDemo } from '../../bench/demo-server.ts';
import { openBrowser } from '../support/browser.ts';
import { type PicturedPage, picturedPages } from './pages.ts';

const folder = join(import.meta.dirname, '../../docs/pictures');

const signIn = async (page: Page, { accounts }: Demo, as: string): Promise<void> => {
  const account = accounts.find(({ email }) => email.startsWith(`${as}@`));
  if (!account) throw new Error(`The demo has no account of ${as}.`);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
};

const take = async (browser: Browser, demo: Demo, pictured: PicturedPage, index: number): Promise<void> => {
  const { name, as, path, width, height } = pictured;
  const context = await browser.newContext({
    baseURL: demo.address,
    viewport: { width, height: height ?? 900 },
    // Sign-in is limited for each address.
    extraHTTPHeaders: { 'x-forwarded-for': `10.0.1.${index + 1}` },
  });
  const page = await context.newPage();
  if (as !== null) await signIn(page, demo, as);
  const answer = await page.goto(path);
  if (answer?.status() !== 200) throw new Error(`${path} was answered with ${answer?.status()} for ${as}.`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: height === undefined });
  await context.close();
  process.stderr.write(`${name}.png\n`);
};

mkdirSync(folder, { recursive: true });
await withDemo(async (demo) => {
  const browser = await openBrowser();
  try {
    for (const [index, page] of picturedPages.entries()) await take(browser, demo, page, index);
  } finally {
    await browser.close();
  }
});
