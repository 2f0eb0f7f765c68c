import { expect, test } from 'vitest';
import { catalog, measureIds } from '../../app/rooms/measures/public.ts';
import { faultsOf } from '../support/accessibility.ts';
import { juniper } from '../support/juniper.ts';
import { visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

const measures = measureIds.map((id) => catalog[id].slug);

test.each(measures)('/measures/%s, with everything unfolded', async (slug) => {
  const page = await visits.as('analyst');
  await page.goto(`/measures/${slug}`);
  for (const fold of await page.getByRole('main').getByRole('group').all())
    await fold.evaluate((details) => details.setAttribute('open', ''));
  expect(await faultsOf(page)).toEqual([]);
});
