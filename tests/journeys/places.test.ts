/** Places by name: offered from the data in use, and a slip of the finger is caught before anybody is given an empty page. */
import { expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const visits = visitsTo(juniper);

test('an invitation to a county that the data do not know comes back with the one that is meant', async () => {
  const page = await visits.as('administrator', { javaScriptEnabled: false });
  await page.goto('/people/invite');
  const offered = await page
    .locator('#known-places option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value')));
  for (const name of ['Birchmere', 'Birchmere / Birchmere 3', 'Blue Sedge Nation', 'Juniper Family Council'])
    expect(offered).toContain(name);
  await page.getByLabel('E-mail address').fill('sage@juniper.example');
  await page.getByLabel('Role', { exact: true }).selectOption('supervisor');
  await page.getByLabel('Held for').selectOption('county');
  await page.getByLabel('Name of the place').fill('Birchmer');
  await page.getByRole('button', { name: 'Invite' }).click();
  expect(await textOf(page.getByRole('main'))).toContain(
    'The data in use know no county “Birchmer”. Did you mean Birchmere?',
  );
  expect(await page.getByLabel('E-mail address').inputValue(), 'nothing is lost').toBe(
    'sage@juniper.example',
  );
});

test('a decision can be shared with a partner who is here, by name', async () => {
  const page = await visits.as('leader', { javaScriptEnabled: false });
  await page.goto('/decisions?words=kin');
  await page.getByRole('link', { name: /search for kin/ }).click();
  const sharing = page.getByRole('region', { name: 'Shown beyond its place' });
  expect(await textOf(sharing)).toContain('Juniper Family Council');
});
