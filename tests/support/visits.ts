/** People at their browsers: each visit has cookies, address and screen of its own and ends with its test. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Role } from '../../app/commons/permissions/role.ts';
import { openBrowser } from './browser.ts';

export interface Served {
  readonly address: string;
  readonly accounts: readonly { readonly role: Role; readonly email: string; readonly password: string }[];
}

export type Screen = Pick<BrowserContextOptions, 'viewport' | 'javaScriptEnabled'>;

export interface Visits {
  /** A page on which nobody has signed in. */
  stranger(screen?: Screen): Promise<Page>;
  /** Signed in through the form at the first call of a file; later visits come with that session. */
  as(role: Role, screen?: Screen): Promise<Page>;
}

const seriousMs = 15_000;
const desk = { width: 1440, height: 900 } as const;

/** What stands in it, with single spaces. */
export const textOf = async (place: Locator): Promise<string> =>
  ((await place.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();

/** Fills in the form and sends it. */
export const signIn = async (page: Page, { accounts }: Served, role: Role): Promise<void> => {
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new Error(`There is no ${role}.`);
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** What a page must never have: errors of scripts, and what its own security policy refused. */
const watch = (page: Page, faults: string[]): void => {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text()))
      faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
};

/** Sign-in is limited for each address; every visit has its own, as people behind one proxy have. */
const newAddress = (() => {
  const first = process.pid % 60_000;
  let visits = 0;
  return (): string => {
    visits += 1;
    return `10.${visits % 256}.${first >> 8}.${first & 255}`;
  };
})();

/** Call it at the top of a test file. */
export const visitsTo = (served: () => Promise<Served>): Visits => {
  let browser: Browser | undefined;
  const open: BrowserContext[] = [];
  const faults: string[] = [];
  const sessions = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>();

  const visit = async (options: BrowserContextOptions): Promise<Page> => {
    browser ??= await openBrowser();
    const { address } = await served();
    const headers = { 'x-forwarded-for': newAddress() };
    const own = { viewport: desk, baseURL: address, extraHTTPHeaders: headers, ...options };
    const context = await browser.newContext(own);
    context.setDefaultTimeout(seriousMs);
    open.push(context);
    const page = await context.newPage();
    watch(page, faults);
    return page;
  };

  beforeAll(async () => {
    await served();
  }, 300_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
    expect(
      faults.splice(0),
      'no error of a script, no refusal by the page’s own policy, no answer of 500',
    ).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    stranger: (screen = {}) => visit(screen),
    as: async (role, screen = {}) => {
      const session = sessions.get(role);
      const page = await visit({ ...screen, ...(session && { storageState: session }) });
      if (session) return page;
      await page.goto('/sign-in');
      await signIn(page, await served(), role);
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
      sessions.set(role, await page.context().storageState());
      return page;
    },
  };
};
