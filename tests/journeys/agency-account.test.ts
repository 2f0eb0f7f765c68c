/** Signing in with the agency's own account, through a real provider, without any script of ours. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import {
  type AgencyProvider,
  clientId,
  clientSecret,
  startAgencyProvider,
} from '../support/agency-provider.ts';
import { emptyMidcourse } from '../support/empty-midcourse.ts';
import { freePort } from '../support/free-port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const root = join(temporaryFolder(), 'configuration');
let provider: AgencyProvider | undefined;
afterAll(() => provider?.close());

const rules = [
  { claim: 'groups', is: 'cqi', role: 'analyst', place: 'state' },
  { claim: 'groups', is: 'leads', role: 'leader', place: 'county:{county}' },
];

const midcourse = emptyMidcourse(async () => {
  const [port, issuerPort] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  provider = await startAgencyProvider(issuerPort, `${address}/sign-in/agency/return`);
  mkdirSync(root);
  writeFileSync(join(root, 'secret'), `${clientSecret}\n`);
  const { issuer } = provider;
  const file = { issuer, clientId, secretFile: 'secret', emailDomain: 'agency.example', rules };
  writeFileSync(join(root, 'agency.json'), JSON.stringify(file));
  return { PORT: String(port), PUBLIC_URL: address, MIDCOURSE_AGENCY_ACCOUNTS: join(root, 'agency.json') };
});
const visits = visitsTo(midcourse.served);
const people = () => provider?.people ?? new Map<string, never>();

/** From our button through the provider's own pages, and wherever that leads. */
const arrive = async (page: Page, login: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in with your agency account' }).click();
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  const goOn = page.locator('button[type=submit]', { hasText: 'Continue' });
  await goOn.or(page.getByRole('banner')).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await page.getByRole('banner').waitFor();
};

const told = async (page: Page): Promise<string> => {
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('You are not signed in');
  return textOf(page.locator('main'));
};

const setUp = async (): Promise<Page> => {
  const { setUpAddress } = await midcourse.served();
  const page = await visits.stranger();
  await page.goto('/sign-in');
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(setUpAddress);
  await page.getByLabel('Name of your agency').fill('Example agency');
  await page.getByLabel('Your name').fill('Rowan Vale');
  await page.getByLabel('Your e-mail address').fill('rowan@agency.example');
  await page.getByLabel('Choose a password').fill('three words together');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page;
};

test('by rule: a role at a place, changed with the claims, gone with them; without a rule: told who can', async () => {
  const rowan = await setUp();
  const lead = { email: 'lark@agency.example', email_verified: true, name: 'Lark Hill', county: 'Alder' };
  people().set('lark', { ...lead, groups: ['leads'] });
  people().set('wren', { email: 'wren@agency.example', name: 'Wren Ash', groups: ['other'] });
  people().set('dove', { email: 'dove@elsewhere.example', name: 'Dove Elm', groups: ['cqi'] });

  const first = await visits.stranger({ javaScriptEnabled: false });
  await arrive(first, 'lark');
  expect(await textOf(first.getByRole('banner'))).toContain('Example agency · Leader, Alder');

  const stranger = await visits.stranger({ javaScriptEnabled: false });
  await arrive(stranger, 'wren');
  expect(await told(stranger)).toMatch(/no role in Midcourse.*An administrator of Midcourse/);
  const other = await visits.stranger({ javaScriptEnabled: false });
  await arrive(other, 'dove');
  expect(await told(other)).toContain('does not belong to this agency');

  people().set('lark', { ...lead, groups: ['cqi'] });
  const second = await visits.stranger({ javaScriptEnabled: false });
  await arrive(second, 'lark');
  expect(await textOf(second.getByRole('banner'))).toContain('Example agency · Analyst');

  await rowan.goto('/people');
  const list = await textOf(rowan.getByRole('table'));
  expect(list).toContain('Lark Hill');
  expect(list, 'who has no role leaves no account').not.toMatch(/wren|dove/i);
  await rowan.getByRole('link', { name: 'Lark Hill' }).click();
  await rowan.getByText('their roles follow from its rules').waitFor();

  people().set('lark', { ...lead, groups: [] });
  const third = await visits.stranger({ javaScriptEnabled: false });
  await arrive(third, 'lark');
  await told(third);
  await second.goto('/measures');
  expect(new URL(second.url()).pathname, 'signed out where the role is gone').toBe('/sign-in');
  expect(midcourse.log()).not.toMatch(/lark|wren|dove@|Lark/i);
}, 120_000);

test('an account with a password is joined where the issuer vouches for the address, and keeps its roles', async () => {
  people().set('rowan', {
    email: 'rowan@agency.example',
    email_verified: false,
    name: 'Else',
    groups: ['cqi'],
  });
  const unsure = await visits.stranger({ javaScriptEnabled: false });
  await arrive(unsure, 'rowan');
  expect(await told(unsure)).toContain('does not confirm the address');
  people().set('rowan', { email: 'rowan@agency.example', email_verified: true, name: 'Else', groups: [] });
  const sure = await visits.stranger({ javaScriptEnabled: false });
  await arrive(sure, 'rowan');
  expect(await textOf(sure.getByRole('banner'))).toContain('Example agency · Administrator');
});

test('an answer nobody here asked for, and one sent twice, open nothing', async () => {
  const page = await visits.stranger();
  await page.goto('/sign-in/agency/return?code=made-up&state=made-up');
  await told(page);
  expect(await faultsOf(page)).toEqual([]);

  const asking = await visits.stranger({ javaScriptEnabled: false });
  const answers: string[] = [];
  asking.on('request', (request) => {
    if (request.url().includes('/sign-in/agency/return?')) answers.push(request.url());
  });
  await arrive(asking, 'rowan');
  const [answer = ''] = answers;
  expect(answer).toContain('code=');
  const thief = await visits.stranger();
  await thief.goto(answer);
  await told(thief);
  await asking.goto(answer);
  await told(asking);
});
