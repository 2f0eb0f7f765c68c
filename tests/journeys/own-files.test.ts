/** An agency's own files, from the empty board to a deleted version: one story, told in order. */
import { createWriteStream, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { faultsOf } from '../support/accessibility.ts';
import { ownMidcourse } from '../support/own-midcourse.ts';
import { tableOf } from '../support/page-table.ts';
import { signIn, textOf, visitsTo } from '../support/visits.ts';
import { writtenPackage } from '../support/written-package.ts';

const midcourse = ownMidcourse();
const visits = visitsTo(midcourse.served);

const importMs = 90_000;
const uploadScript = ['/upload-progress.js'];
const followScript = ['/follow-progress.js'];

const zipped = async (paths: readonly string[], zipPath: string): Promise<string> => {
  const zip = new ZipFile();
  for (const path of paths) zip.addFile(path, basename(path));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(zipPath));
  return zipPath;
};

const upload = async (page: Page, paths: readonly string[], isUsedAtOnce: boolean): Promise<void> => {
  await page.goto('/data');
  await page.getByLabel('Files', { exact: true }).setInputFiles([...paths]);
  await page.getByLabel('Use the new version as soon as it is complete').setChecked(isUsedAtOnce);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL('**/data/imports/*');
};

const main = (page: Page): Promise<string> => textOf(page.getByRole('main'));

/** What the import said in the end. */
const ended = async (page: Page): Promise<string> => {
  const over = page.getByText(/is ready and|Nothing was|was stopped/);
  await over.waitFor({ timeout: importMs });
  return textOf(over);
};

/** Waits for the figures of a version that is new in use. */
const board = async (page: Page): Promise<string> => {
  await page.goto('/');
  await page.getByRole('article').first().waitFor({ timeout: importMs });
  return main(page);
};

const versionInUse = async (page: Page): Promise<string> => {
  await page.goto('/data');
  const rows = await tableOf(page.getByRole('table'));
  return rows.find((row) => row.at(-1) === 'In use')?.[0] ?? 'none';
};

test('without data the board says what to do first', async () => {
  const page = await visits.as('analyst');
  await page.goto('/');
  expect(await main(page)).toContain('We cannot say yet: no case data have been brought in.');
  expect(await faultsOf(page)).toEqual([]);
  const measures = await page.goto('/measures');
  expect(measures?.status()).toBe(200);
  expect(await faultsOf(page)).toEqual([]);
  await page.goto('/');
  await page.getByRole('link', { name: 'go in as they are' }).click();
  await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
  expect(await faultsOf(page, { scripts: uploadScript })).toEqual([]);
});

test('files that cannot be read: a sentence with file and line, and still no version', async () => {
  const broken = join(midcourse.files, 'children.csv');
  writeFileSync(broken, 'child_id,sex\nA,male\n');
  const page = await visits.as('analyst');
  await upload(page, [broken], true);
  expect(await ended(page)).toMatch(
    /^Nothing was imported\. children\.csv, line 1, birth_date: The column is missing/,
  );
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back to the data' }).click();
  expect(await main(page)).toContain('There are none yet');
});

test('several CSV files: progress, the new version in use, its board and its report', async () => {
  const files = await writtenPackage(join(midcourse.files, 'first'), { children: 20_000, seed: 2 });
  const page = await visits.as('analyst');
  await upload(page, files, true);
  expect(await textOf(page.getByRole('status'))).not.toContain('is ready');
  expect(await main(page)).toContain('the version in use stays as it is');
  expect(await faultsOf(page, { scripts: followScript })).toEqual([]);
  expect(await ended(page)).toMatch(/^Version 1 is ready and in use: Case-data package, as of 2026-09-30\./);
  expect(await board(page)).toMatch(/As of 30 Sep 2026 · data version 1/);

  await page.getByRole('link', { name: 'data version 1' }).click();
  await page.getByRole('link', { name: 'Version 1' }).click();
  const report = page.getByRole('region', { name: 'Validation report' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    report.getByRole('link', { name: 'The whole report as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('report-of-version-1.csv');
  expect(await faultsOf(page)).toEqual([]);
}, 120_000);

test('without JavaScript: signing in, a zip, its progress, its report, and the board after it is put in use', async () => {
  const files = await writtenPackage(join(midcourse.files, 'second'), { children: 30_000, seed: 3 });
  const zip = await zipped(files, join(midcourse.files, 'extract.zip'));
  const page = await visits.stranger({ javaScriptEnabled: false });
  await page.goto('/data');
  await signIn(page, await midcourse.served(), 'analyst');
  await page.waitForURL('**/data');
  await upload(page, [zip], false);
  expect(await ended(page)).toMatch(/^Version 2 is ready and not in use/);
  await page.getByRole('link', { name: 'Look at version 2' }).click();
  expect(await textOf(page.getByRole('region', { name: 'Files this version was made of' }))).toContain(
    'visits.csv',
  );

  const before = await board(page);
  expect(before).toContain('data version 1');
  await page.getByRole('navigation').getByRole('link', { name: 'Data' }).click();
  await page.getByRole('button', { name: 'Use version 2' }).click();
  const after = await board(page);
  expect(after).toContain('data version 2');
  expect(after.replaceAll(/data version \d/g, '')).not.toBe(before.replaceAll(/data version \d/g, ''));

  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.getByLabel('Cut by').selectOption('Age');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('region', { name: 'By age' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}, 120_000);

test('the same files again are recognised, and sent twice by a double click they are one version', async () => {
  const page = await visits.as('analyst');
  await upload(page, [join(midcourse.files, 'extract.zip')], false);
  expect(await ended(page)).toContain(
    'These files are already here as version 2 (in use). Nothing was added.',
  );

  const files = await writtenPackage(join(midcourse.files, 'third'), { children: 1500, seed: 4 });
  await page.goto('/data');
  await page.getByLabel('Files', { exact: true }).setInputFiles(files);
  await page.getByRole('button', { name: 'Import' }).dblclick();
  await page.waitForURL('**/data/imports/*');
  expect(await ended(page)).toMatch(/^Version 3 is ready and not in use/);
  await page.goto('/data');
  expect((await tableOf(page.getByRole('table'))).slice(1).map(([name]) => name)).toEqual([
    'Version 3',
    'Version 2',
    'Version 1',
  ]);
}, 120_000);

test('a file that stops an import leaves the version in use untouched', async () => {
  const page = await visits.as('analyst');
  const before = await board(page);
  await upload(page, [join(midcourse.files, 'children.csv')], true);
  expect(await ended(page)).toMatch(/^Nothing was imported/);
  expect(await main(page)).toContain('The version in use is as it was.');
  expect(await board(page)).toBe(before);
}, 120_000);

test('switching there and back, by double click, in two tabs, and with the back button', async () => {
  const first = await visits.as('analyst');
  const second = await first.context().newPage();
  const inUse = await board(first);
  await first.goto('/data');
  await second.goto('/data');
  await first.getByRole('button', { name: 'Use version 1' }).dblclick();
  await first.getByRole('button', { name: 'Use version 2' }).waitFor();
  expect(await versionInUse(first)).toBe('Version 1');
  await second.getByRole('button', { name: 'Use version 1' }).click();
  expect(await versionInUse(second)).toBe('Version 1');
  expect(await board(second)).not.toBe(inUse);

  await second.goBack();
  await second.reload();
  expect(await versionInUse(second)).toBe('Version 1');
  await first.goto('/data');
  await first.getByRole('button', { name: 'Use version 2' }).click();
  expect(await board(first)).toBe(inUse);
  await first.goBack();
  await first.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
  expect(await versionInUse(first)).toBe('Version 2');
}, 120_000);

/** As if a page had offered it: sends the form of the data page. */
const post = (page: Page, form: Readonly<Record<string, string>>) =>
  page.request.post('/data', { form, headers: { origin: new URL(page.url()).origin }, maxRedirects: 0 });

test('what a role may not do is not offered, and refused with who can', async () => {
  const analyst = await visits.as('analyst');
  await analyst.goto('/data/versions/1');
  expect(await analyst.getByRole('button', { name: /Delete/ }).count()).toBe(0);
  const refused = await post(analyst, { act: 'delete', version: '1' });
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toMatch(/You may not delete a data version\..*An administrator can\./s);

  const administrator = await visits.as('administrator');
  await administrator.goto('/data/versions/1');
  expect(await main(administrator)).toContain('an analyst can download them');
  const report = await administrator.request.get('/data/versions/1/problems.csv');
  expect(report.status()).toBe(403);
  expect(await report.text()).toBe(
    'You may not read the report of an import. An analyst can. It takes the role for the whole state.\n',
  );
});

test('an administrator deletes a version; a tab that still shows it is told so; the one in use stays', async () => {
  const page = await visits.as('administrator');
  const other = await page.context().newPage();
  await other.goto('/data');
  await page.goto('/data/versions/2');
  expect(await main(page)).toContain('It is in use. Use another version first.');
  expect((await post(page, { act: 'delete', version: '2' })).status()).toBe(409);

  await page.goto('/data');
  await page
    .getByRole('row', { name: /Version 3/ })
    .getByRole('link', { name: /^Delete/ })
    .click();
  await page.getByRole('button', { name: 'Delete version 3' }).click();
  await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
  expect(await page.getByRole('link', { name: 'Version 3' }).count()).toBe(0);
  expect(await versionInUse(page)).toBe('Version 2');

  await other.getByRole('button', { name: 'Use version 3' }).click();
  await other.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
  expect(await main(other)).toContain('There is no data version 3.');
  expect(await faultsOf(other)).toEqual([]);
});

test('a power cut: after the next start the session, the version in use and its figures are there', async () => {
  const page = await visits.as('analyst');
  const before = await board(page);
  await midcourse.killAndStart();
  await page.reload();
  expect(await board(page)).toBe(before);
  expect(await versionInUse(page)).toBe('Version 2');
}, 120_000);

test('prepared figures that are lost are made again, said so meanwhile, and are the same', async () => {
  const page = await visits.as('analyst');
  const before = await board(page);
  const { derived } = midcourse.dataFolder;
  await midcourse.killAndStart(() => {
    for (const name of readdirSync(derived)) rmSync(join(derived, name), { recursive: true });
  });
  await page.goto('/');
  await page
    .getByRole('heading', { level: 1, name: 'The figures of this data version are being prepared' })
    .waitFor();
  expect(await faultsOf(page, { scripts: followScript })).toEqual([]);
  expect(await board(page)).toBe(before);
}, 120_000);
