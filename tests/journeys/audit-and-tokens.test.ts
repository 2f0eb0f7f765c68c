/** Keys for programs, and what was done: without JavaScript, as whoever may and whoever may not. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { juniper } from '../support/juniper.ts';
import { tableOf } from '../support/page-table.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);
const plain = { javaScriptEnabled: false } as const;

const ask = async (token: string): Promise<number> => {
  const { address } = await juniper();
  return (await fetch(`${address}/api/v1/agency`, { headers: { authorization: `Bearer ${token}` } })).status;
};

const makeToken = async (page: Page, name: string): Promise<string> => {
  await page.goto('/account');
  await page.getByRole('link', { name: 'Tokens', exact: true }).click();
  await page.getByLabel('What it is for').fill(name);
  await page.getByLabel('Taken for').selectOption('one year');
  await page.getByRole('button', { name: 'Make the token' }).click();
  return textOf(page.getByRole('status').locator('code'));
};

test('a token is made, shown once, used, and revoked by its maker', async () => {
  const page = await visits.as('leader', plain);
  const token = await makeToken(page, 'Monthly report');
  expect(token).toMatch(/^midcourse_.{43}$/);
  expect(await ask(token)).toBe(200);
  await page.goto('/account/tokens');
  const own = page.getByRole('region', { name: 'Your tokens' });
  const [, row] = await tableOf(own.getByRole('table'));
  expect(row?.join(' ')).toMatch(/Monthly report.*Leader/);
  expect(row?.[4]).not.toBe('never');
  expect(await page.content()).not.toContain(token);
  await own.getByRole('button', { name: 'Revoke Monthly report' }).click();
  await own.getByText('revoked').first().waitFor();
  expect(await ask(token)).toBe(401);
});

test('an administrator revokes what another made', async () => {
  const maker = await visits.as('supervisor', plain);
  const token = await makeToken(maker, 'A forgotten script');
  const page = await visits.as('administrator', plain);
  await page.goto('/account/tokens');
  const all = page.getByRole('region', { name: 'Tokens of the agency' });
  expect(await textOf(all)).toContain('Juniper Supervisor (demo)');
  await all.getByRole('button', { name: 'Revoke A forgotten script' }).click();
  expect(await ask(token)).toBe(401);
});

test('a form that cannot be taken comes back as it was sent', async () => {
  const { address } = await juniper();
  const page = await visits.as('analyst', plain);
  const answer = await page.request.post('/account/tokens', {
    headers: { origin: address },
    form: { act: 'make', name: 'Kept words', days: '30' },
  });
  const html = await answer.text();
  expect(html).toContain('Choose at least one of your roles.');
  expect(html).toContain('Kept words');
});

const searchFor = async (page: Page, email: string, reason: string): Promise<void> => {
  await page.getByLabel('The person’s e-mail address').fill(email);
  await page.getByLabel('Why').fill(reason);
  await page.getByRole('button', { name: 'Put it on record and search' }).click();
};

test('the audit by what was done: searched, followed by a link, taken as files that name nobody', async () => {
  const page = await visits.as('administrator', plain);
  await page.goto('/audit');
  const search = page.getByRole('form', { name: 'Search the audit' });
  await search.getByLabel('What').fill('Version published');
  await search.getByRole('button', { name: 'Search' }).click();
  const rows = await tableOf(page.getByRole('region', { name: 'Entries' }).getByRole('table'));
  expect(rows.slice(1).every((row) => row[2]?.startsWith('Version published'))).toBe(true);
  await page.getByRole('link', { name: 'data-version:2' }).click();
  expect(new URL(page.url()).searchParams.get('subject')).toBe('data-version:2');
  await page.goto('/audit?event=account-made');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name: 'CSV' }).click(),
  ]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv.split('\r\n')[0]).toBe('id,at,by,because,event,subject,details');
  expect(csv).not.toMatch(/account:[0-9a-f]/);
  await page.goto('/audit?event=audit-taken');
  expect(await textOf(page.getByRole('main'))).toContain('as: CSV');
  expect(await textOf(page.getByRole('region', { name: 'What one person did' }))).toContain(
    'A security officer can',
  );
  expect((await page.goto('/audit?subject=account:1'))?.status()).toBe(403);
});

test('by person: the reason first, then what was done, under an address that names nobody', async () => {
  const page = await visits.as('security_officer', plain);
  await page.goto('/audit');
  await searchFor(page, 'analyst@juniper.example', 'because');
  expect(await textOf(page.getByRole('alert'))).toContain('Say why in a sentence');
  expect(await page.getByLabel('The person’s e-mail address').inputValue()).toBe('analyst@juniper.example');
  await searchFor(
    page,
    'analyst@juniper.example',
    'A laptop was stolen; what was seen with the account since?',
  );
  await page.getByText('What Juniper Analyst (demo) did').waitFor();
  expect(new URL(page.url()).search).toMatch(/^\?person=\d+$/);
  const rows = await tableOf(page.getByRole('region', { name: 'Entries' }).getByRole('table'));
  expect(rows[1]?.[2]).toContain('A laptop was stolen');
  const administrator = await visits.as('administrator', plain);
  expect((await administrator.goto(page.url()))?.status()).toBe(403);
  const seen = await visits.as('security_officer');
  await seen.goto(page.url());
  expect(await faultsOf(seen)).toEqual([]);
});

test('the chain is read through, and the hash kept elsewhere proves it later', async () => {
  const page = await visits.as('security_officer', plain);
  await page.goto('/audit');
  const chain = page.getByRole('region', { name: 'Is it as it was written?' });
  await chain.getByRole('button', { name: 'Read it through' }).click();
  expect(await textOf(chain)).toMatch(/\d+ entries, all as they were written/);
  const kept = await textOf(chain.locator('code').first());
  await chain.getByLabel('A hash you kept').fill(kept);
  await chain.getByRole('button', { name: 'Read it through' }).click();
  expect(await textOf(chain)).toContain('all as they were written');
  await chain.getByLabel('A hash you kept').fill('0'.repeat(64));
  await chain.getByRole('button', { name: 'Read it through' }).click();
  expect(await textOf(chain)).toContain('cut off or replaced');
  await chain.getByRole('button', { name: 'Read it through' }).click();
  expect(await textOf(chain)).toContain('all as they were written');
});

test.each(['frontline', 'partner', 'observer', 'nation', 'duty_reader'] as const)(
  '%s is told what they may not, who can, and led to a page they can see',
  async (role) => {
    const page = await visits.as(role);
    const refused = await page.goto('/audit');
    expect(refused?.status()).toBe(403);
    const main = page.getByRole('main');
    expect(await textOf(main.getByRole('heading', { level: 1 }))).toBe('You may not read the audit.');
    expect(await textOf(main)).toContain('A security officer or an administrator can.');
    expect(await faultsOf(page)).toEqual([]);
    await main.getByRole('list').getByRole('link').first().click();
    await page.waitForLoadState();
    expect(await textOf(page.getByRole('heading', { level: 1 }))).not.toContain('You may not');
  },
);
