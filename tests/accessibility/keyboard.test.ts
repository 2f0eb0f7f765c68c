import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

interface Stop {
  /** Place in the document among everything that can be reached. */
  readonly place: number;
  readonly name: string;
  readonly isSeen: boolean;
}

/** Everything that a mouse could work or that scrolls inside itself. */
const controls = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ];
    const open = all.filter((one) => one.checkVisibility() && one.getAttribute('type') !== 'hidden');
    for (const [place, one] of open.entries()) one.dataset.place = String(place);
    return open.length;
  });

/** Where the focus is, and whether it can be seen: an outline, and the element inside the window. */
const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return null;
    const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(at);
    const { top, bottom, width, height } = at.getBoundingClientRect();
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const isThere =
      width > 1 && height > 1 && bottom > 0 && top < window.innerHeight && clipPath !== 'inset(50%)';
    const name = (at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 60);
    return {
      place: Number(at.dataset.place ?? -1),
      name: `${at.tagName} ${name}`,
      isSeen: isOutlined && isThere,
    };
  });

test.each([
  '/',
  '/measures/kin-first',
  '/published',
  '/data',
  '/data/versions/1',
  '/account/tokens',
  '/nothing',
])('%s: every control is reached by Tab alone, in reading order, and seen when it is', async (path) => {
  const page = await visits.as('administrator');
  await page.goto(path);
  const count = await controls(page);
  const stops: Stop[] = [];
  for (let presses = 0; presses < count; presses += 1) {
    await page.keyboard.press('Tab');
    const reached = await stop(page);
    if (reached) stops.push(reached);
  }
  expect(stops.map(({ place }) => place)).toEqual(Array.from({ length: count }, (_, place) => place));
  expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
});

test('the first stop skips to the page', async () => {
  const page = await visits.as('analyst');
  await page.goto('/measures');
  await page.keyboard.press('Tab');
  expect((await stop(page))?.name).toBe('A Skip to the page');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const first = page.getByRole('main').getByRole('link').first();
  expect((await stop(page))?.name).toBe(`A ${await textOf(first)}`);
});

const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await stop(page))?.name.endsWith(name)) return;
  }
  throw new Error(`Tab did not come to ${name}.`);
};

test('signing in, choosing what is shown and unfolding the table, by keys alone', async () => {
  const { accounts } = await juniper();
  const page = await visits.stranger();
  await page.goto('/measures/reentry-in-12-months');
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type(accounts[0]?.email ?? '');
  await page.keyboard.press('Tab');
  await page.keyboard.type(accounts[0]?.password ?? '');
  await page.keyboard.press('Enter');
  const cut = page.getByLabel('Cut by');
  await cut.waitFor();
  await cut.focus();
  await page.keyboard.type('Sex');
  await tabTo(page, 'Show');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'By sex' }).waitFor();
  await tabTo(page, 'SUMMARY Table');
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: /by (?:month|quarter)/ }).waitFor();
});
