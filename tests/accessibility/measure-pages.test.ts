import { expect, test } from 'vitest';
import { catalog, measureIds } from '../../app/rooms/measures/public.ts';
import { faultsOf } from '../support/accessibility.ts';
import { juniper } from '../support/juniper.ts';
import { visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

/** Every measure as it opens, and what only some choices show: groups, units of one county, a window in flight. */
const addresses = [
  ...measureIds.map((id) => `/measures/${catalog[id].slug}`),
  '/measures/permanency-in-12-months?cut=race_ethnicity&who=age:6-10',
  '/measures/permanency-in-12-months?cut=unit',
  '/measures/kin-first?where=county:Birchmere&cut=unit',
  '/measures/entry-rate?cut=age&window=2026-04-01',
];

test.each(addresses)('%s, with everything unfolded', async (address) => {
  const page = await visits.as('analyst');
  await page.goto(address);
  for (const fold of await page.getByRole('main').getByRole('group').all())
    await fold.evaluate((details) => details.setAttribute('open', ''));
  expect(await faultsOf(page, { alsoAt: [768] })).toEqual([]);
});

test('where no PNG can be made, a page says so', async () => {
  const page = await visits.as('analyst');
  await page.goto('/measures/kin-first/without-png?chart=funnel');
  expect(await faultsOf(page)).toEqual([]);
});
