import { expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { signIn, textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

test.each(['analyst', 'administrator'] as const)(
  'as %s, from the form to the board and out again',
  async (role) => {
    const page = await visits.stranger();
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await signIn(page, await juniper(), role);
    await page.getByRole('heading', { level: 1, name: 'Is what we do making a difference' }).waitFor();
    const masthead = page.getByRole('banner');
    expect((await textOf(masthead)).toLowerCase()).toContain(`state of juniper (invented) · ${role}`);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/measures');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.goBack();
    await page.goBack();
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  },
);

test('a wrong password is told so, the address stays, and the next try gets in', async () => {
  const page = await visits.stranger();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('analyst@juniper.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const told = page.getByRole('alert');
  expect(await textOf(told)).toBe('The e-mail address or the password is not right.');
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('analyst@juniper.example');
  expect(await page.getByLabel('Password').inputValue()).toBe('');
  await signIn(page, await juniper(), 'analyst');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
});

test('nobody learns which address has an account', async () => {
  const page = await visits.stranger();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('somebody@elsewhere.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(await textOf(page.getByRole('alert'))).toBe('The e-mail address or the password is not right.');
});

test('an address shared with a colleague opens after signing in, with all that was chosen', async () => {
  const address = '/measures/kin-first?cut=age&since=2023-10-01';
  const page = await visits.stranger();
  await page.goto(address);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await signIn(page, await juniper(), 'analyst');
  await page.getByLabel('Cut by').waitFor();
  expect(page.url()).toMatch(new RegExp(`${address.replace('?', '\\?')}$`));
  expect(await page.getByLabel('Cut by').inputValue()).toBe('age');
});

test('signing in leads to no other site', async () => {
  const page = await visits.stranger();
  await page.goto('/sign-in?next=//elsewhere.example/');
  await signIn(page, await juniper(), 'analyst');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(new URL(page.url()).origin).toBe((await juniper()).address);
});
