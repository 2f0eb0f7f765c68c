/** From an empty installation to a team with second factors, without any script; axe looks at each page on the way. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { authenticatorCode, wrongCode } from '../support/authenticator.ts';
import { emptyMidcourse } from '../support/empty-midcourse.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const midcourse = emptyMidcourse();
const visits = visitsTo(midcourse.served);
const withoutScript = { javaScriptEnabled: false } as const;
const password = 'three words together';
const another = 'four quite other words';

const send = async (page: Page, button: string, fields: Readonly<Record<string, string>> = {}) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: button, exact: true }).click();
};

const handedOver = async (page: Page): Promise<string> => textOf(page.locator('code.one-time'));

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Axe needs scripts to look; the same page, as it was answered, is shown to a browser that has them. */
const isWhole = async (page: Page): Promise<void> => {
  const looking = await visits.stranger();
  const body = await page.content();
  await looking.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html' }));
  await looking.goto(page.url());
  expect(await faultsOf(looking)).toEqual([]);
  await looking.context().close();
};

/** One browser each, across the steps of the journey. */
const setUp = async (page: Page): Promise<void> => {
  const { setUpAddress } = await midcourse.served();
  await page.goto('/sign-in');
  await page.getByText('Nobody has an account here yet').waitFor();
  await page.goto(setUpAddress);
  await isWhole(page);
  const told = { 'Name of your agency': 'Example agency', 'Your name': 'Rowan Vale' };
  const mine = { 'Your e-mail address': 'rowan@agency.example', 'Choose a password': 'short' };
  await send(page, 'Make the account', { ...told, ...mine });
  await isWhole(page);
  expect(await page.getByLabel('Name of your agency').inputValue()).toBe('Example agency');
  await send(page, 'Make the account', { 'Choose a password': password });
  expect(await textOf(page.getByRole('banner'))).toContain('Example agency · Administrator');
};

const invite = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'People' }).click();
  await isWhole(page);
  await page.goto('/people/rules');
  await page.getByLabel('Supervisor').check();
  await send(page, 'Save');
  await isWhole(page);
  await page.goto('/people/invite');
  await page.getByLabel('E-mail address').fill('sage@agency.example');
  await page.getByLabel('Role', { exact: true }).selectOption('supervisor');
  await page.getByLabel('Held for').selectOption('unit');
  await send(page, 'Add another role', { 'Name of the place': 'Alder 2' });
  await page.getByLabel('Role', { exact: true }).nth(1).selectOption('analyst');
  await send(page, 'Invite');
  await isWhole(page);
  await page.getByLabel('Name of the place').first().fill('Alder / Alder 2');
  await send(page, 'Invite');
  await isWhole(page);
  return handedOver(page);
};

/** Takes the invitation up and turns the second factor on, as the role asks; the key and the backup codes. */
const join = async (page: Page, address: string) => {
  await page.goto(address);
  await isWhole(page);
  await send(page, 'Make my account', { 'Your name': 'Sage Brook', 'Choose a password': password });
  await page.goto('/measures');
  expect(new URL(page.url()).pathname, 'nothing opens before').toBe('/account/second-factor');
  await isWhole(page);
  await send(page, 'Turn it on', { 'Your password': password });
  await isWhole(page);
  const key = await handedOver(page);
  await send(page, 'Confirm', { Code: wrongCode(key) });
  expect(await handedOver(page), 'the same key again').toBe(key);
  await send(page, 'Confirm', { Code: authenticatorCode(key) });
  await isWhole(page);
  const codes = await page.locator('.backup-codes code').allTextContents();
  await page.getByRole('link', { name: 'I have kept them' }).click();
  expect(await textOf(page.getByRole('banner'))).toContain('Supervisor, Alder 2 in Alder');
  await page.goto(address);
  await heading(page, 'This invitation opens nothing');
  return { key, codes };
};

const signInWithCode = async (page: Page, words: string, code: () => Record<string, string>) => {
  await page.goto('/sign-in');
  await send(page, 'Sign in', { 'E-mail address': 'sage@agency.example', Password: words });
  await heading(page, 'Enter your code');
  const fields = code();
  if ('Backup code' in fields) await page.getByRole('link', { name: 'Use a backup code' }).click();
  await isWhole(page);
  await send(page, 'Sign in', fields);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
};

test('set-up, invitation, second factor, signing in with it, a forgotten password', async () => {
  const [rowan, sage] = [await visits.stranger(withoutScript), await visits.stranger(withoutScript)];
  await setUp(rowan);
  const { key, codes } = await join(sage, await invite(rowan));
  await sage.getByRole('button', { name: 'Sign out' }).click();
  await signInWithCode(sage, password, () => ({ Code: authenticatorCode(key) }));
  await sage.getByRole('link', { name: 'Account' }).click();
  await isWhole(sage);
  const elsewhere = await visits.stranger(withoutScript);
  await signInWithCode(elsewhere, password, () => ({ 'Backup code': codes[0] ?? '' }));
  await sage.reload();
  await send(sage, 'Sign out elsewhere');
  await elsewhere.reload();
  await heading(elsewhere, 'Sign in');

  await elsewhere.getByRole('link', { name: 'Forgotten your password?' }).click();
  await isWhole(elsewhere);
  await send(elsewhere, 'Ask for a new password', { 'E-mail address': 'sage@agency.example' });
  await isWhole(elsewhere);
  await rowan.goto('/people');
  await rowan.getByText('Asked for a new password').waitFor();
  await rowan.getByRole('link', { name: 'Sage Brook' }).click();
  await isWhole(rowan);
  await send(rowan, 'Make an address for a new password');
  await isWhole(rowan);
  const address = await handedOver(rowan);
  await elsewhere.goto(address);
  await isWhole(elsewhere);
  await send(elsewhere, 'Use this password', { 'New password': another });
  await elsewhere.getByText('Your new password holds').waitFor();
  await signInWithCode(elsewhere, another, () => ({ 'Backup code': codes[1] ?? '' }));
  await sage.reload();
  await heading(sage, 'Sign in');

  for (const secret of [address.split('/').at(-1), codes[0], codes[1], 'rowan@', 'Sage', password])
    expect(midcourse.log()).not.toContain(secret);
}, 120_000);
