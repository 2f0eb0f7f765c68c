import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { tableOf } from '../support/page-table.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

const open = async (address: string): Promise<Page> => {
  const page = await visits.as('analyst');
  await page.goto(address);
  return page;
};

const sectionOf = (page: Page, id: string): Locator => page.locator(`section[aria-labelledby="${id}"]`);

test('counties as variation: a sentence, each county in the table by name, none ranked', async () => {
  const page = await open('/measures/kin-first');
  const section = sectionOf(page, 'variation');
  expect(await textOf(section.getByRole('heading', { level: 2 }))).toMatch(/counties/);
  await section.getByText('Table', { exact: true }).click();
  const [heads = [], ...rows] = await tableOf(section.getByRole('table'));
  expect(heads).toEqual(['County', 'Share', '95% interval', 'Counted', 'Out of', 'In the funnel']);
  const names = rows.map(([name = '']) => name);
  expect(names.length).toBeGreaterThan(15);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
  for (const row of rows)
    expect(row.at(-1)).toMatch(/^(inside the funnel|(higher|lower) than chance explains|nobody to count)$/);
  const named = await section.locator('svg').first().locator('title').allTextContents();
  expect(named.filter((title) => / of /.test(title)).length, 'each dot says its name').toBeGreaterThan(15);
});

test('the county somebody chose is named in the funnel of all', async () => {
  const page = await open('/measures/kin-first?where=county:Birchmere');
  const texts = await sectionOf(page, 'variation').locator('svg').first().locator('text').allTextContents();
  expect(texts.some((text) => text.startsWith('Birchmere'))).toBe(true);
});

test('who: two questions with their own denominators, adjusted beside unadjusted, and what adjustment may hide', async () => {
  const page = await open('/measures/kin-first');
  const section = sectionOf(page, 'who');
  const questions = await section.getByRole('heading', { level: 3 }).allTextContents();
  expect(questions).toEqual([
    'How is it for those who got this far?',
    'How often does it happen to a child who lives here?',
  ]);
  expect(await textOf(section)).toContain('Adjustment may hide what was produced upstream');
  for (const fold of await section.getByText('Table', { exact: true }).all()) await fold.click();
  const [steps, population] = await section.getByRole('table').all();
  if (!steps || !population) throw new Error('There are two tables.');
  const [stepHeads = [], ...stepRows] = await tableOf(steps);
  const [, ...populationRows] = await tableOf(population);
  expect(stepHeads).toContain('Adjusted by age');
  const countedOf = (rows: readonly (readonly string[])[], group: string): (string | undefined)[] =>
    rows.find(([name]) => name === group)?.slice(-2) ?? [];
  const [entries, living] = [countedOf(stepRows, 'Black'), countedOf(populationRows, 'Black')];
  expect(entries[0], 'the same children counted').toBe(living[0]);
  expect(Number(living[1]?.replaceAll(',', '')), 'out of all who live here').toBeGreaterThan(
    Number(entries[1]?.replaceAll(',', '')),
  );
});

test('a measure that does not say who a child is has no such view, and one without population says why', async () => {
  const page = await open('/measures/timely-investigations');
  expect(await sectionOf(page, 'who').count()).toBe(0);
  await page.goto('/measures/permanency-in-12-months?where=unit:Birchmere%203');
  expect(await textOf(sectionOf(page, 'who-population-heading'))).toContain(
    'The population does not belong to units.',
  );
});

test('pictures leave as files that say what they are, of which data', async () => {
  const page = await open('/measures/kin-first?cut=sex');
  const section = sectionOf(page, 'over-time');
  const sentence = await textOf(section.getByRole('heading', { level: 2 }));
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    section.getByRole('link', { name: 'SVG of the picture' }).click(),
  ]);
  const drawn = await readFile(await svg.path(), 'utf8');
  expect(drawn).toMatch(/^<svg xmlns=/);
  expect(drawn.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
    sentence.split(' ').slice(0, 4).join(' '),
  );
  expect(drawn).toContain('data version 2 · definition H3 version');
  expect(svg.suggestedFilename()).toBe('kin-first-over-time-version-2.svg');
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('form', { name: 'What is shown' }).getByRole('link', { name: 'PNG' }).click(),
  ]);
  expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG');
});

test('the link says everything that is chosen, and opens the same', async () => {
  const page = await open('/measures/kin-first?where=county:Birchmere');
  const shown = await textOf(page.getByRole('main'));
  await page.getByRole('link', { name: 'Link that keeps what is chosen' }).click();
  await page.waitForURL(/since=/);
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toMatchObject({ where: 'county:Birchmere', cut: 'county' });
  expect(searchParams.get('window')).toMatch(/^\d{4}-\d\d-01$/);
  expect(await textOf(page.getByRole('main'))).toBe(shown);
});

test('an address that names no picture is told so', async () => {
  const page = await visits.as('analyst');
  const answer = await page.request.get('/measures/kin-first.svg?chart=ranking');
  expect([answer.status(), await answer.text()]).toEqual([
    422,
    'The page has no such picture. Choose one from the page of the measure.\n',
  ]);
});
