import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { type PageTable, tableOf } from '../support/page-table.ts';
import { signIn, textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

test('the board: values in order, each measure a sentence with its figure, as-of and version', async () => {
  const page = await visits.as('analyst');
  await page.goto('/');
  const main = page.getByRole('main');
  expect(await textOf(main)).toMatch(/As of 30 Sep 2026 · data version 2/);
  const values = await main
    .getByRole('heading', { level: 2, name: /^(We want|When a child)/ })
    .allTextContents();
  expect(values).toEqual([
    'We want children home with their families whenever that is safe.',
    'When a child must leave home, it is as short as is safe and their family ties last.',
    'We want every child safe: with us, and at home after we leave.',
    'We want to be there when we said we would, for as long as a child needs us.',
  ]);
  const measures = await main.getByRole('article').all();
  expect(measures).toHaveLength(12);
  for (const measure of measures) {
    const sentence = await textOf(measure.getByRole('heading', { level: 3 }));
    expect(sentence).toMatch(/^[A-Z][^.]{15,}$/);
    expect(await measure.getByRole('img').count(), sentence).toBe(1);
    expect(await textOf(measure), sentence).toMatch(/\d.*(?:final|No figure is final).*Shown with/);
  }
  const seen = await main.getByRole('article').first().boundingBox();
  expect(
    (seen?.y ?? 900) + (seen?.height ?? 900),
    'the first value needs no scrolling at 1440 × 900',
  ).toBeLessThan(900);
});

test('from the board to a measure, by its sentence, and back', async () => {
  const page = await visits.as('analyst');
  await page.goto('/');
  const link = page.getByRole('article').first().getByRole('heading').getByRole('link');
  const sentence = await textOf(link);
  await link.click();
  await page.waitForURL('**/measures/kin-first');
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(sentence);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Board' }).click();
  await page.getByRole('heading', { level: 1, name: 'Is what we do' }).waitFor();
});

const choose = async (page: Page, choices: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, choice] of Object.entries(choices))
    await page.getByLabel(label, { exact: true }).selectOption(choice);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/[?]/);
};

const chosen = { Where: 'Birchmere', Who: '6–10 years', 'Cut by': 'Sex', 'Chart since': 'Oct 2021' };

test('what is chosen stands in the address and opens the same for a colleague', async () => {
  const page = await visits.as('analyst');
  await page.goto('/measures/kin-first');
  const before = await textOf(page.getByRole('main'));
  await choose(page, chosen);
  const shown = await textOf(page.getByRole('main'));
  expect(shown).not.toBe(before);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
    where: 'county:Birchmere',
    cut: 'sex',
    since: '2021-10-01',
  });

  const colleague = await visits.stranger();
  await colleague.goto(page.url());
  await colleague.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signIn(colleague, await juniper(), 'analyst');
  await colleague.getByLabel('Where').waitFor();
  expect(colleague.url()).toBe(page.url());
  expect(await textOf(colleague.getByRole('main'))).toBe(shown);
});

type Row = Readonly<Record<string, string>>;

const csvRows = (text: string): Row[] => {
  const [header = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell));
  return lines.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
};

const download = async (page: Page, name: string): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('form', { name: 'What is shown' }).getByRole('link', { name }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
};

/** `[group, counted, out of]` of a page's breakdown, however its bar is drawn. */
const countsOf = (table: PageTable): string[] =>
  table.slice(1).map((row) => [row[0], row.at(-2), row.at(-1)].join(' ').replaceAll(',', ''));

interface Exported {
  readonly figures: readonly {
    readonly window: { readonly from: string };
    readonly by: Readonly<
      Record<string, Readonly<Record<string, { numerator: number; denominator: number }>>>
    >;
  }[];
}

test('CSV and JSON hold the numbers of the page', async () => {
  const page = await visits.as('analyst');
  await page.goto('/measures/permanency-in-12-months?cut=county');
  const byCounty = page.getByRole('region', { name: 'By county' });
  const counts = countsOf(await tableOf(byCounty.getByRole('table')));
  expect(counts.length).toBeGreaterThan(20);

  const rows = csvRows(await download(page, 'CSV'));
  const named = (group: string): string => (group === 'unknown' ? 'Not known' : group);
  const inCsv = rows.filter(({ breakdown }) => breakdown === 'county');
  expect(inCsv.map((row) => `${named(row.group ?? '')} ${row.numerator} ${row.denominator}`).sort()).toEqual(
    counts.toSorted(),
  );

  const { figures } = JSON.parse(await download(page, 'JSON')) as Exported;
  const inJson = Object.entries(figures[0]?.by.county ?? {});
  expect(
    inJson.map(([group, cell]) => `${named(group)} ${cell.numerator} ${cell.denominator}`).sort(),
  ).toEqual(counts.toSorted());

  await page.locator('#table').getByText('Table', { exact: true }).click();
  const series = await tableOf(page.getByRole('table', { name: /by month/ }));
  const months = rows.slice(-(series.length - 1));
  expect(series.slice(1).map((row) => `${row[2]} ${row[3]}`.replaceAll(',', ''))).toEqual(
    months.map(({ numerator, denominator }) => `${numerator} ${denominator}`),
  );
});

test('what a measure means, where it is from, how it is computed and what was left out', async () => {
  const page = await visits.as('analyst');
  await page.goto('/measures/permanency-in-12-months');
  const definition = page.getByRole('region', { name: 'Definition' });
  expect(await textOf(definition)).toContain(
    'Of the children who enter care, how many reach a permanent family',
  );
  expect(await textOf(definition)).toContain('CFSR Round 4 Statewide Data Indicators Data Dictionary');
  await definition.getByText('The query').click();
  expect(await textOf(definition)).toMatch(/SELECT/i);
  await definition.getByText('Records left out').click();
  const dropped = await tableOf(definition.getByRole('table'));
  expect(dropped.slice(1).map(([reason]) => reason)).toContain('Birth date missing');
  expect(
    dropped.slice(1).reduce((sum, [, episodes]) => sum + Number(episodes?.replaceAll(',', '')), 0),
  ).toBeGreaterThan(0);

  await page.getByRole('link', { name: 'What was published, state by state' }).click();
  await page.getByRole('heading', { level: 1, name: 'Published federal figures' }).waitFor();
  expect(await page.getByLabel('Measure').inputValue()).toBe('P1');
});

test('published figures of another state, each with its table', async () => {
  const page = await visits.as('analyst');
  await page.goto('/published');
  await page.getByLabel('State').selectOption('Oregon');
  await page.getByLabel('Measure').selectOption('All eight');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { level: 1, name: 'Published federal figures: Oregon' }).waitFor();
  expect(new URL(page.url()).searchParams.get('state')).toBe('OR');
  const maltreatment = page.getByRole('region', { name: 'Maltreatment in foster care', exact: true });
  await maltreatment.getByText('Table', { exact: true }).click();
  expect((await tableOf(maltreatment.getByRole('table'))).length).toBeGreaterThan(3);
});

test.each([
  ['/nothing', 404, 'No page of Midcourse has this address.'],
  ['/measures/nothing', 404, 'There is no measure of this name.'],
  ['/data/versions/99', 404, 'There is no data version 99.'],
  ['/measures/kin-first?cut=colour', 422, 'Figures cannot be cut by that.'],
])('%s is answered with %i, what happened and a way on', async (address, status, said) => {
  const page = await visits.as('analyst');
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(status);
  expect((await textOf(page.getByRole('main'))).toLowerCase()).toContain(said.toLowerCase());
  await page.getByRole('main').getByRole('link', { name: 'The board' }).click();
  await page.getByRole('heading', { level: 1, name: 'Is what we do' }).waitFor();
});

test('a county that this version does not know stays chosen, and the page says that nobody is there', async () => {
  const page = await visits.as('analyst');
  await page.goto('/measures/kin-first?where=county:Nowhere');
  expect(await textOf(page.getByLabel('Where').getByRole('option', { selected: true }))).toBe('Nowhere');
  expect(await textOf(page.getByRole('main'))).toContain('there was nobody to count here');
});
