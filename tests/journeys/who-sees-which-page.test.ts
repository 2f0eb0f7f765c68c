/** Each main page opened as each role: seen, sent on to one's own page, or told who can. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { roles } from '../../app/commons/permissions/role.ts';
import { juniper } from '../support/juniper.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

/** `y`: seen. `–`: not allowed. A letter: sent on, `p` to /public, `s` to /shared. */
type Seen = 'y' | '–' | 'p' | 's';

// biome-ignore format: a table is read in columns
const table: Readonly<Record<string, readonly Seen[]>> = {
  //                                    frontline supervisor analyst leader nation partner observer duty security administrator
  '/':                                  ['y', 'y', 'y', 'y', 'y', 's', 'p', '–', '–', 'y'],
  '/public':                            ['–', '–', '–', '–', '–', '–', 'y', '–', '–', '–'],
  '/shared':                            ['–', '–', '–', '–', '–', 'y', '–', '–', '–', '–'],
  '/measures':                          ['y', 'y', 'y', 'y', 'y', '–', '–', '–', '–', 'y'],
  '/measures/permanency-in-12-months':  ['y', 'y', 'y', 'y', 'y', '–', '–', '–', '–', 'y'],
  '/measures/kin-first/records':        ['–', '–', 'y', '–', '–', '–', '–', '–', '–', '–'],
  '/values/coverage':                   ['y', 'y', 'y', 'y', 'y', '–', '–', '–', '–', 'y'],
  '/values/say-and-do':                 ['y', 'y', 'y', 'y', 'y', '–', '–', '–', '–', 'y'],
  '/values/new':                        ['–', '–', '–', 'y', 'y', '–', '–', '–', '–', 'y'],
  '/values/examples':                   ['–', '–', '–', 'y', 'y', '–', '–', '–', '–', 'y'],
  '/decisions':                         ['y', 'y', 'y', 'y', 'y', 'y', '–', '–', '–', 'y'],
  '/values':                            ['y', 'y', 'y', 'y', 'y', 'y', '–', '–', '–', 'y'],
  '/decisions/new':                     ['y', 'y', 'y', 'y', '–', '–', '–', '–', '–', '–'],
  '/data':                              ['–', '–', 'y', '–', '–', '–', '–', '–', '–', 'y'],
  '/data/units':                        ['–', '–', 'y', '–', '–', '–', '–', '–', '–', 'y'],
  '/people':                            ['–', '–', '–', '–', '–', '–', '–', '–', '–', 'y'],
  '/audit':                             ['–', '–', '–', '–', '–', '–', '–', '–', 'y', 'y'],
  '/account':                           ['y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y'],
};

const seenBy = async (page: Page, path: string): Promise<string> => {
  const answer = await page.request.get(path);
  const landed = new URL(answer.url()).pathname;
  if (landed === '/public' && path !== landed) return 'p';
  if (landed === '/shared' && path !== landed) return 's';
  return answer.status() === 200 ? 'y' : answer.status() === 403 ? '–' : String(answer.status());
};

test.each(roles.map((role, index) => [role, index] as const))('%s', async (role, index) => {
  const page = await visits.as(role);
  const seen: Record<string, string> = {};
  for (const path of Object.keys(table)) seen[path] = await seenBy(page, path);
  expect(seen).toEqual(Object.fromEntries(Object.entries(table).map(([path, line]) => [path, line[index]])));
});

test('not allowed: what, who can, and a way to what this person can see', async () => {
  const page = await visits.as('observer');
  await page.goto('/measures');
  expect(await textOf(page.getByRole('main'))).toMatch(/You may not see the measures\..*a leader.*can\./);
  await page.getByRole('main').getByRole('link', { name: 'Public page' }).click();
  await page.getByRole('heading', { level: 1, name: 'What we stand for, and whether it shows' }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Public page']);
});
