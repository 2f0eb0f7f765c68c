import { expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { juniper } from '../support/juniper.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

/** A desk of 1440 px at 200%, and the narrowest that WCAG asks for. */
const alsoAt = [720, 320];

interface Visited {
  readonly path: string;
  readonly scripts?: readonly string[];
}

const pages: readonly Visited[] = [
  { path: '/' },
  { path: '/?at=county:Goldenrod' },
  { path: '/values' },
  { path: '/values/new' },
  { path: '/values/children-with-their-families' },
  { path: '/values/children-with-their-families/edit' },
  { path: '/values/coverage' },
  { path: '/values/say-and-do' },
  { path: '/reviews' },
  { path: '/reviews/new' },
  { path: '/measures' },
  { path: '/measures/permanency-in-12-months?cut=race_ethnicity&where=county:Birchmere' },
  { path: '/measures/kin-first?cut=age&where=county:Kingcup' },
  { path: '/measures/permanency-in-12-months?window=2026-04-01' },
  { path: '/measures/marks' },
  { path: '/measures/marks/new?kind=policy' },
  { path: '/measures/marks/new?kind=note' },
  { path: '/published' },
  { path: '/published?state=PR' },
  { path: '/data', scripts: ['/upload-progress.js'] },
  { path: '/data/versions/1' },
  { path: '/data/versions/2' },
  { path: '/decisions' },
  { path: '/decisions/how' },
  { path: '/audit' },
  { path: '/audit?event=account-made&from=2020-01-01' },
  { path: '/api' },
  { path: '/account/tokens' },
  { path: '/nothing' },
  { path: '/measures/kin-first?cut=colour' },
];

test.each(pages)('$path', async ({ path, scripts = [] }) => {
  const page = await visits.as('administrator');
  await page.goto(path);
  expect(await faultsOf(page, { alsoAt, scripts })).toEqual([]);
});

test('a decision, and what its measure did since', async () => {
  const page = await visits.as('leader');
  await page.goto('/decisions?words=kin');
  await page.getByRole('link', { name: /search for kin/ }).click();
  expect(await faultsOf(page, { alsoAt })).toEqual([]);
  await page.getByRole('link', { name: 'Look at it again' }).click();
  expect(await textOf(page.getByRole('region', { name: 'What the measure did' }))).toMatch(
    /(?:Consistent|Not|Cannot).*Before.*Since.*As of 30 Sep 2026, data version 2, definition/,
  );
  expect(await faultsOf(page, { alsoAt })).toEqual([]);
});

test('/sign-in, before and after a wrong password', async () => {
  const page = await visits.stranger();
  await page.goto('/sign-in');
  expect(await faultsOf(page, { alsoAt })).toEqual([]);
  await page.getByLabel('E-mail address').fill('analyst@juniper.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await faultsOf(page, { alsoAt })).toEqual([]);
});
