/** An agency that begins: from the address the terminal prints to a board of its own values and data, without JavaScript. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { emptyMidcourse } from '../support/empty-midcourse.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { textOf, visitsTo } from '../support/visits.ts';
import { writtenPackage } from '../support/written-package.ts';

const midcourse = emptyMidcourse();
const visits = visitsTo(midcourse.served);

const importMs = 90_000;

const main = (page: Page): Promise<string> => textOf(page.getByRole('main'));

/** Axe needs scripts to look: the page as it was answered, in a browser that has them. */
const isWhole = async (page: Page): Promise<void> => {
  const looking = await visits.stranger();
  const body = await page.content();
  await looking.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html' }));
  await looking.goto(page.url());
  expect(await faultsOf(looking)).toEqual([]);
  await looking.context().close();
};

const setUp = async (page: Page): Promise<void> => {
  const { setUpAddress } = await midcourse.served();
  await page.goto(setUpAddress);
  await page.getByLabel('Name of your agency').fill('Example agency');
  await page.getByLabel('Your name').fill('Rowan Vale');
  await page.getByLabel('Your e-mail address').fill('rowan@agency.example');
  await page.getByLabel('Choose a password').fill('four words that stay apart');
  await page.getByRole('button', { name: 'Make the account' }).click();
};

const chooseValues = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Choose from examples' }).click();
  await isWhole(page);
  await page.getByRole('button', { name: 'Use the chosen ones now' }).click();
  expect(await main(page)).toContain('No value was chosen.');
  await page.goBack();
  await page.getByLabel('We want children home with their families whenever that is safe.').check();
  await page.getByLabel('When a child must leave home').check();
  await page.getByRole('button', { name: 'Use the chosen ones now' }).click();
  await page.getByRole('heading', { level: 1, name: 'What we stand for' }).waitFor();
  await page.goto('/values/examples');
  expect(await page.getByLabel('We want children home').isDisabled()).toBe(true);
};

const bringIn = async (page: Page, files: readonly string[]): Promise<void> => {
  await page.goto('/data');
  await page.getByLabel('Files', { exact: true }).setInputFiles([...files]);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL('**/data/imports/*');
  await page.getByText(/is ready and in use|Nothing was/).waitFor({ timeout: importMs });
};

test('set up, choose values, bring in files, and the board is there', { timeout: 180_000 }, async () => {
  const page = await visits.stranger({ javaScriptEnabled: false });
  await setUp(page);
  expect(await main(page)).toContain('We cannot say yet: no case data have been brought in.');
  await isWhole(page);
  await chooseValues(page);

  await page.goto('/');
  expect(await main(page)).toContain('Say what you stand for · done');
  await page.getByRole('link', { name: 'go in as they are' }).click();
  const files = await writtenPackage(join(temporaryFolder(), 'extract'), { children: 12_000, seed: 5 });
  await bringIn(page, files);

  await page.goto('/');
  await page.getByRole('article').first().waitFor({ timeout: importMs });
  const rows = page.getByRole('heading', { level: 2 });
  expect(await rows.nth(0).textContent()).toBe(
    'We want children home with their families whenever that is safe.',
  );
  expect(await main(page)).toContain('data version 1');
  await isWhole(page);
});
