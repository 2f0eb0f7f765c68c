/** Data errors go home: a supervisor's list, on a phone and without JavaScript, and what the next data say of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { todayOn } from '../../app/platform/clock.ts';
import { faultsOf } from '../support/accessibility.ts';
import { ownMidcourse } from '../support/own-midcourse.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const midcourse = ownMidcourse({ supervisor: 'unit:Alder/Alder 2', frontline: 'unit:Birch/Birch 1' });
const visits = visitsTo(midcourse.served);
const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false } as const;

const sound = Array.from({ length: 30 }, (_, index) => `S${index}`);

/** Thirty sound children of Alder 1; three records of Alder 2 and one of Birch 1 that are not. */
const packageOf = (name: string, asOf: string, mended: readonly string[]): string[] => {
  const folder = join(midcourse.files, name);
  mkdirSync(folder);
  const birth = mended.includes('A') ? '2014-07-07' : '';
  const reason = mended.includes('B') ? 'adoption' : '';
  const files = {
    'package.json': JSON.stringify({ as_of: asOf }),
    'children.csv': [
      'child_id,birth_date',
      ...sound.map((id) => `${id},2015-03-01`),
      ...[`A,${birth}`, 'B,2014-01-01', 'C,2014-01-01', 'D,2014-01-01'],
    ].join('\n'),
    'removals.csv': [
      'child_id,removal_date,discharge_date,discharge_reason,county,unit',
      ...sound.map((id) => `${id},2024-02-01,2024-08-01,reunification,Alder,Alder 1`),
      'A,2025-01-05,,,Alder,Alder 2',
      `B,2025-02-05,2025-08-05,${reason},Alder,Alder 2`,
      'C,2025-03-05,2025-03-05,reunification,Alder,Alder 2',
      'D,2025-04-05,2025-04-05,reunification,Birch,Birch 1',
    ].join('\n'),
  };
  return Object.entries(files).map(([file, text]) => {
    writeFileSync(join(folder, file), `${text}\n`);
    return join(folder, file);
  });
};

const bring = async (files: readonly string[]): Promise<void> => {
  const page = await visits.as('analyst');
  await page.goto('/data');
  await page.getByLabel('Files', { exact: true }).setInputFiles([...files]);
  await page.getByLabel('Use the new version as soon as it is complete').setChecked(true);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL('**/data/imports/*');
  await page.getByText(/is ready and in use/).waitFor({ timeout: 90_000 });
};

const main = (page: Page): Promise<string> => textOf(page.getByRole('main'));
const state = (page: Page, record: RegExp): Promise<string> =>
  textOf(page.getByRole('row', { name: record }).getByRole('cell').nth(2));

test('a supervisor finds the records of her unit, says two are mended and asks about a third', async () => {
  await bring(packageOf('first', '2025-12-31', []));
  const page = await visits.as('supervisor', phone);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'To mend' }).click();
  await page.getByRole('heading', { level: 1, name: 'Three records of Alder 2 to mend' }).waitFor();
  expect(await main(page)).toMatch(/next AFCARS file \(to \w{3} 20\d\d\).*due (?:15 May|14 Nov) 20\d\d/);
  expect(await main(page)).not.toContain('Child D');

  for (const child of ['A', 'C'])
    await page.getByRole('button', { name: new RegExp(`It is mended.*Child ${child}\\b`) }).click();
  await page.getByRole('heading', { level: 1, name: 'One record of Alder 2 to mend' }).waitFor();

  await page.getByRole('link', { name: /Child B, removal of 5 Feb 2025/ }).click();
  await page.getByLabel('Add a note').fill('x');
  await page.getByRole('button', { name: 'Add the note' }).click();
  expect(await page.getByLabel('Add a note').inputValue()).toBe('x');
  await page.getByLabel('Add a note').fill('The court order says adoption.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByText(/court order says adoption\. \(Supervisor, Alder 2 in Alder/).waitFor();

  const withScript = await visits.as('supervisor', { viewport: phone.viewport });
  for (const path of ['/data/fixes', new URL(page.url()).pathname]) {
    await withScript.goto(path);
    expect(await faultsOf(withScript)).toEqual([]);
  }
}, 180_000);

test('the next version shows what is gone and what is still there', async () => {
  await bring(packageOf('second', todayOn(), ['A', 'B']));
  const page = await visits.as('supervisor', phone);
  await page.goto('/data/fixes');
  await page.getByRole('heading', { level: 1, name: 'One record of Alder 2 to mend' }).waitFor();
  expect(await state(page, /Child C/)).toBe('Still there in data version 2');
  expect(await main(page)).toContain('Of what was found, about two thirds is gone');
  await page.getByLabel('How it stands').selectOption('Gone');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await state(page, /Child A/)).toBe('Gone since data version 2');
  expect(await state(page, /Child B/)).toBe('Gone since data version 2');
}, 120_000);

test('who works elsewhere sees what is there; who may not see records is told who can', async () => {
  const worker = await visits.as('frontline', phone);
  await worker.goto('/data/fixes');
  await worker.getByRole('heading', { level: 1, name: 'One record of Birch 1 to mend' }).waitFor();
  expect(await main(worker)).not.toMatch(/Child [ABC]\b/);
  expect((await worker.goto('/data/fixes?at=unit:Alder/Alder 2'))?.status()).toBe(403);

  const leader = await visits.as('leader');
  expect((await leader.goto('/data/fixes'))?.status()).toBe(403);
  expect(await main(leader)).toContain('A caseworker, a supervisor or an analyst can.');
});

test('the state’s analyst sees every county by name, and takes the list along as CSV', async () => {
  const page = await visits.as('analyst');
  await page.goto('/data/fixes');
  const places = page.getByRole('region', { name: 'By name, never by count' });
  expect(await places.getByRole('rowheader').allTextContents()).toEqual(['Alder', 'Birch']);
  expect(await faultsOf(page)).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv.trimEnd().split('\n')).toHaveLength(3);
  expect(csv).toContain('still-there,discharge-same-day');
});

test('from a measure’s figure to the records behind it, without an id or a day', async () => {
  const page = await visits.as('analyst');
  await page.goto('/measures/permanency-in-12-months?window=2023-10-01&cut=county');
  await page.getByRole('link', { name: 'All records behind this figure' }).click();
  expect(await main(page)).toContain('30 records are behind this figure');
  expect(await main(page)).not.toMatch(/\bS\d+\b|1 Feb 2024/);
  expect(await faultsOf(page)).toEqual([]);
  const supervisor = await visits.as('supervisor');
  expect((await supervisor.goto(page.url()))?.status()).toBe(403);
});
