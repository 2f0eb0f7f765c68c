/** An agency's own files, messy as they are, become a version with the figures of the clean package; next month it is one click. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { extractAsOf, systemWords, writeAgencyExtract } from '../support/agency-extract.ts';
import { startMidcourse } from '../support/midcourse-process.ts';
import { ownMidcourse } from '../support/own-midcourse.ts';
import { vectorPath } from '../support/vector-rows.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const midcourse = ownMidcourse();
const visits = visitsTo(midcourse.served);
const longMs = 90_000;

const main = (page: Page): Promise<string> => textOf(page.getByRole('main'));
const plain = { javaScriptEnabled: false } as const;

const send = async (page: Page, paths: readonly string[]): Promise<void> => {
  await page.goto('/data/extracts');
  await page.getByLabel('Files', { exact: true }).setInputFiles([...paths]);
  await page.getByRole('button', { name: 'Look at the files' }).click();
  await page.waitForURL(/\/data\/extracts\/[0-9a-f-]{36}/);
};

const keep = (page: Page): Promise<void> => page.getByRole('button', { name: 'Keep this and go on' }).click();

const ourWord = new Map(
  Object.entries(systemWords).map(([code, word]) => {
    const titles: Record<string, string> = {
      foster_home_nonrelative: 'Foster home, no relatives',
      institution: 'Institution',
      other: 'Other',
    };
    return [word, titles[code]];
  }),
);

/** Axe needs scripts: it looks at the same address from a page that has them. */
const faultsAt = async (looking: Page, { url }: { url: string }): Promise<string[]> => {
  await looking.goto(url);
  return faultsOf(looking);
};

/** Says what every value means that was not understood. */
const settleCodes = async (page: Page): Promise<string[]> => {
  const open = page.locator('select:has(option[value="not said"]:checked)');
  const asked: string[] = [];
  for (let left = await open.count(); left > 0; left = await open.count()) {
    const select = open.first();
    const value = /“(.+?)”/.exec((await select.getAttribute('aria-label')) ?? '')?.[1] ?? '';
    asked.push(value);
    await select.selectOption({ label: ourWord.get(value) ?? 'Leave blank' });
  }
  return asked;
};

const asFilled = (page: Page): Promise<string> => textOf(page.getByRole('heading', { level: 1 }));

const importedAs = async (page: Page): Promise<string> => {
  const over = page.getByText(/is ready and|Nothing was/);
  await over.waitFor({ timeout: longMs });
  return textOf(over);
};

/** Without what says which version it is, and where that came from. */
const boardOf = async (page: Page): Promise<string> => {
  await page.goto('/');
  await page.getByRole('article').first().waitFor({ timeout: longMs });
  return (await main(page)).replaceAll(/data version \d+|Case-data package|Own extract/g, '');
};

test('without JavaScript: from messy files through every step to the figures of the clean package', async () => {
  const clean = await visits.as('analyst');
  await clean.goto('/data');
  const tables = ['children', 'removals', 'placements', 'reports', 'visits', 'investigations', 'population'];
  const files = tables.map((table) => vectorPath(`package-2000/${table}.csv`));
  await clean
    .getByLabel('Files', { exact: true })
    .setInputFiles([...files, vectorPath('package-2000/package.json')]);
  await clean.getByLabel('Use the new version').check();
  await clean.getByRole('button', { name: 'Import' }).click();
  expect(await importedAs(clean)).toContain('Version 1 is ready and in use');
  const board = await boardOf(clean);

  const folder = join(midcourse.files, 'extract');
  mkdirSync(folder);
  const page = await visits.as('analyst', plain);
  await page.goto('/data/extracts');
  expect(await faultsAt(clean, { url: page.url() })).toEqual([]);
  await send(page, await writeAgencyExtract(folder));
  expect(await main(page)).toContain('It is read as Windows-1252');
  expect(await faultsAt(clean, { url: page.url() })).toEqual([]);
  await keep(page);

  const seen: string[] = [];
  const asked: string[] = [];
  for (let step = 0; step < 30 && !page.url().endsWith('/review'); step += 1) {
    seen.push(await asFilled(page));
    if (step < 2) expect(await faultsAt(clean, { url: page.url() })).toEqual([]);
    asked.push(...(await settleCodes(page)));
    await keep(page);
  }
  expect(seen.filter((title) => title.includes('which column is which'))).toHaveLength(7);
  expect(asked).toEqual(['Elsewhere', 'FH-REG', 'INST-7']);

  await page.getByLabel('Up to which day do these files tell?').fill(extractAsOf);
  await page.getByRole('button', { name: 'Check every row' }).click();
  await page.getByText('Every row can be used; as of 30 Sep 2024.').waitFor({ timeout: longMs });
  expect(await main(page)).toContain('Placements: 3,765 rows');
  expect(await faultsAt(clean, { url: page.url() })).toEqual([]);
  await page.getByLabel('Keep this mapping as').fill('County system');
  await page.getByLabel('Use the new version as soon as it is complete').check();
  await page.getByRole('button', { name: 'Import' }).click();
  expect(await importedAs(page)).toContain('Version 2 is ready and in use: Own extract, as of 2024-09-30');
  expect(await boardOf(page)).toBe(board);
}, 240_000);

test('next month: one click; a new code and a lost column are named, and just they are asked', async () => {
  const folder = join(midcourse.files, 'next month');
  mkdirSync(folder);
  const paths = await writeAgencyExtract(folder);
  const page = await visits.as('analyst', plain);
  await send(page, paths);
  expect(await main(page)).toContain('Recognised as “County system”. Nothing is new: check and import');

  const intakes = paths.find((path) => path.endsWith('intakes.csv')) ?? '';
  const text = readFileSync(intakes, 'utf8').replace('Unborn', 'Prenatal').replace('Founded', 'Upheld');
  writeFileSync(intakes, text);
  await send(page, paths);
  await page.getByRole('link', { name: 'Settle just what is new' }).click();
  expect(await main(page)).toContain('The column “Unborn” is gone. Say what is now “Not yet born”.');
  await page.getByLabel('Not yet born').selectOption({ label: 'Prenatal (No)' });
  await keep(page);
  expect(await asFilled(page)).toBe('Reports: what the codes mean');
  expect(await main(page)).toContain('Say what “Upheld” in “Finding” means.');
  await page.getByLabel('What “Upheld” means').selectOption({ label: 'Substantiated' });
  await keep(page);
  expect(page.url()).toContain('/review');
}, 120_000);

test('the mapping as a file serves the command line', async () => {
  const page = await visits.as('analyst');
  const response = await page.request.get('/data/mappings/County%20system/mapping.json');
  const file = join(midcourse.files, 'mapping.json');
  writeFileSync(file, await response.text());
  const folder = join(midcourse.files, 'extract');
  const checking = startMidcourse(['check', folder, '--mapping', file, '--as-of', extractAsOf]);
  expect(await checking.ended()).toBe(0);
  expect(checking.stdout()).toContain('These files can be imported.');
});

test('an administrator turns the drop folder on; a look at it at once says what was found', async () => {
  const analyst = await visits.as('analyst');
  await analyst.goto('/data');
  expect(await textOf(analyst.getByRole('region', { name: 'Drop folder' }))).toContain(
    'An administrator can',
  );
  const page = await visits.as('administrator');
  await page.goto('/data');
  const drop = page.getByRole('region', { name: 'Drop folder' });
  await drop.getByText('Change it').click();
  await drop.getByLabel('Import what is left in the folder').check();
  await drop.getByRole('button', { name: 'Keep this' }).click();
  await drop.getByText('are imported by themselves, every hour.').waitFor();
  await drop.getByText('Change it').click();
  await drop.getByRole('button', { name: 'Look now' }).click();
  await page.getByText('Nothing new was there.').waitFor({ timeout: longMs });
  await page.goto('/data');
  expect(await textOf(drop)).toContain('Nothing new was there.');
  expect(await faultsOf(page, { scripts: ['/upload-progress.js'] })).toEqual([]);
});

test('who may not is told who can', async () => {
  const page = await visits.as('supervisor');
  await page.goto('/data/extracts');
  expect(await main(page)).toContain('You may not say how your own files are read.');
});
