import { expect, test } from 'vitest';
import { catalog, measureIds } from '../../app/rooms/measures/public.ts';
import { desk, faultsOf, phone } from '../support/accessibility.ts';
import { juniper } from '../support/juniper.ts';
import { visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

const zoomedDesk = 720;
const widths = [desk, zoomedDesk, phone, 320];

interface Visited {
  readonly path: string;
  readonly scripts?: readonly string[];
}

const pages: readonly Visited[] = [
  { path: '/' },
  { path: '/measures' },
  { path: '/measures/permanency-in-12-months?cut=race_ethnicity&where=county:Birchmere' },
  { path: '/measures/kin-first?cut=age&where=county:Kingcup' },
  { path: '/measures/permanency-in-12-months?window=2026-04-01' },
  { path: '/published' },
  { path: '/published?state=PR' },
  { path: '/data', scripts: ['/upload-progress.js'] },
  { path: '/data/versions/1' },
  { path: '/data/versions/2' },
  { path: '/nothing' },
  { path: '/measures/kin-first?cut=colour' },
];

test.each(pages)('$path', async ({ path, scripts = [] }) => {
  const page = await visits.as('administrator');
  await page.goto(path);
  expect(await faultsOf(page, { widths, scripts })).toEqual([]);
});

const measures = measureIds.map((id) => catalog[id].slug);

test.each(measures)('/measures/%s, with everything unfolded', async (slug) => {
  const page = await visits.as('analyst');
  await page.goto(`/measures/${slug}`);
  for (const fold of await page.getByRole('main').getByRole('group').all())
    await fold.evaluate((details) => details.setAttribute('open', ''));
  expect(await faultsOf(page, { widths: [desk, phone] })).toEqual([]);
});

test('/sign-in, before and after a wrong password', async () => {
  const page = await visits.stranger();
  await page.goto('/sign-in');
  expect(await faultsOf(page, { widths })).toEqual([]);
  await page.getByLabel('E-mail address').fill('analyst@juniper.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await faultsOf(page, { widths })).toEqual([]);
});
