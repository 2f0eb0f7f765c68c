/** A decision from a phone in a hallway to what was learned of it: one story, told in order, without scripts. */
import { expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { ownMidcourse } from '../support/own-midcourse.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const midcourse = ownMidcourse();
const visits = visitsTo(midcourse.served);

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false } as const;
const statement = 'Whoever brings a child into care calls three relatives before any other home.';

test('a supervisor on a phone: five questions, one of them asked again, and it is decided', async () => {
  const page = await visits.as('supervisor', phone);
  await page.goto('/decisions');
  expect(await textOf(page.getByRole('main'))).toContain('No decision has been written down yet.');
  await page.getByRole('link', { name: 'Record a decision' }).click();
  const form = page.getByRole('main').locator('form');
  const fields = form.locator('textarea, select, fieldset');
  expect(await fields.count(), 'five questions, no more').toBe(5);
  await page.getByLabel('What do we decide?').fill(`${statement} As for J.S., 7.`);
  await page
    .getByLabel('For which value?')
    .selectOption({ label: 'We want children home with their families whenever that is safe.' });
  await page
    .getByLabel('Where should we see it?')
    .selectOption({ label: 'More first homes are with relatives or kin' });
  await page.getByLabel('In three months').check();
  await page.getByLabel('What did we drop, and why?').fill('The search unit: it opens at eight.');
  await page.getByRole('button', { name: 'Record as decided' }).click();

  const asked = page.getByRole('alert');
  expect(await textOf(asked)).toMatch(
    /Is this about one family\? Write the rule, not the family\..*J\.S\., 7/,
  );
  expect(await page.getByLabel('What did we drop, and why?').inputValue(), 'nothing is lost').toContain(
    'eight',
  );
  expect(await page.getByLabel('In three months').isChecked()).toBe(true);
  await page.getByLabel('What do we decide?').fill(statement);
  await page.getByRole('button', { name: 'Record as decided' }).click();

  await page.waitForURL(/decisions\/[\da-f-]{36}$/);
  const card = await textOf(page.getByRole('article'));
  expect(card).toContain('More first homes are with relatives or kin');
  expect(card).toContain('decided by: Supervisor of the state agency');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(statement);
});

test('a form sent twice, from its own page in two tabs, is one decision', async () => {
  const page = await visits.as('leader', phone);
  const once = 'Hearings are set before the family leaves the courtroom.';
  const address = '/decisions/new?form=full';
  await page.goto(address);
  const key = await page.locator('[name=formKey]').inputValue();
  await page.getByLabel('The decision, in one sentence').fill(once);
  await page.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.waitForURL(/decisions\/[\da-f-]{36}$/);
  const first = page.url();
  const again = await page.request.post(address, {
    form: { kind: 'full', formKey: key, act: 'draft', statement: once },
    headers: { origin: new URL(first).origin },
    maxRedirects: 0,
  });
  expect(new URL(again.headers().location ?? '', first).href).toBe(first);
});

test('a leader finds it, looks again, corrects it; the card stays and the new draft follows', async () => {
  const page = await visits.as('leader', { javaScriptEnabled: false });
  await page.goto('/decisions');
  await page.getByLabel('Words').fill('relative calling');
  await page.getByLabel('Level').selectOption('supervisor');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(new URL(page.url()).searchParams.get('words')).toBe('relative calling');
  await page.getByRole('link', { name: statement }).click();
  const card = page.url();
  await page.getByRole('link', { name: 'Look at it again' }).click();
  expect(await textOf(page.getByRole('main'))).toMatch(
    /What we expected.*Locked since.*What the measure did/,
  );
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await textOf(page.getByRole('alert').first())).toContain('Nothing is lost');
  await page.getByLabel('Correct it').check();
  await page.getByLabel('What we learned').fill('Three calls take too long at night; two are made.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/edit$/);
  expect(await page.getByLabel('The decision, in one sentence').inputValue()).toBe(statement);
  await page.goto(card);
  const shown = await textOf(page.getByRole('article'));
  expect(shown).toMatch(/Corrected · decided/);
  expect(shown).toContain('Three calls take too long at night; two are made.');
  expect(await page.getByRole('link', { name: /Corrected by \(a draft\)/ }).count()).toBe(1);
  await page.goto('/decisions/how');
  expect(await textOf(page.getByRole('main'))).toContain('One of one said beforehand where it should show.');
});

test('whoever it is not for is told so, and who can', async () => {
  const page = await visits.as('observer');
  await page.goto('/decisions/new');
  expect(await textOf(page.getByRole('main'))).toMatch(/You may not write down a decision.*A caseworker,/);
  await page.goto('/decisions');
  expect(await textOf(page.getByRole('main'))).not.toContain(statement);
});

test('its pages can be used by everybody', async () => {
  const page = await visits.as('leader');
  for (const path of [
    '/decisions',
    '/decisions?words=nothing+like+it',
    '/decisions/new',
    '/decisions/new?form=full',
  ]) {
    await page.goto(path);
    expect(await faultsOf(page), path).toEqual([]);
  }
});
