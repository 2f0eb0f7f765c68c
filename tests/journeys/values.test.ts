import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ownMidcourse } from '../support/own-midcourse.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const midcourse = ownMidcourse();
const visits = visitsTo(midcourse.served);

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false } as const;
const noScript = { javaScriptEnabled: false } as const;

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

const statements = async (page: Page): Promise<string[]> => {
  await page.goto('/values');
  return page.getByRole('main').getByRole('heading', { level: 2, name: /^W/ }).allTextContents();
};

const heard = 'We want families heard before we decide about them.';

test('a leader writes a value down with guidance, on a phone and without JavaScript, and puts it in its place', async () => {
  const page = await visits.as('leader', phone);
  await page.goto('/values/new');
  await page.getByLabel('What do you wish for?').fill('We will complete 95% of family meetings.');
  await press(page, 'Look over my words');
  expect(await textOf(page.getByRole('main'))).toMatch(/says what you do, not what you want for children/);
  await press(page, 'Keep it as a draft');
  expect(await textOf(page.getByRole('alert').first())).toMatch(/What you wrote is all here/);
  expect(await page.getByLabel('What do you wish for?').inputValue()).toContain('95%');

  await page.getByLabel('What do you wish for?').fill(heard);
  await page.getByLabel('Why does it matter?').fill('Nobody knows a family as it knows itself.');
  await page.getByLabel('What would you see').fill('Parents would say that the plan is theirs too.');
  await page.getByLabel('Which role answers').fill('Director of practice');
  await page.getByLabel('Parents', { exact: true }).check();
  await page.getByLabel('When were they asked?').fill('May 2026');
  await press(page, 'Keep it as a draft');
  await page.getByRole('heading', { level: 1, name: heard }).waitFor();
  expect(await textOf(page.getByRole('main'))).toContain('A draft of the whole state');
  expect(await statements(page)).not.toContain(heard);

  await page.getByRole('link', { name: heard }).click();
  await press(page, 'Make it current');
  await page.getByText('The fifth value of the whole state').waitFor();
  expect((await statements(page)).at(-1)).toBe(heard);
  await press(page, `Move up: ${heard}`);
  await page.getByRole('heading', { level: 1, name: 'What we stand for' }).waitFor();
  expect((await statements(page)).indexOf(heard)).toBe(3);
  await page.getByText('Order all of them by numbers').click();
  await page.getByRole('spinbutton', { name: heard }).fill('1');
  await page.getByRole('spinbutton', { name: 'We want children home' }).fill('2');
  await press(page, 'Put them in this order');
  expect((await statements(page))[0]).toBe(heard);
});

test('who orders over another’s order is told, and nothing is changed', async () => {
  const first = await visits.as('leader', noScript);
  const second = await visits.as('leader', noScript);
  await first.goto('/values');
  await second.goto('/values');
  await press(first, 'Move down: We want families heard');
  await press(second, 'Move up: We want every child safe');
  expect(await textOf(second.getByRole('alert').first())).toMatch(/Somebody else changed the order/);
  expect((await statements(first))[1]).toBe(heard);
});

test('two tabs with other words for one value: the second sees both, and nothing is lost', async () => {
  const [first, second] = [await visits.as('leader', noScript), await visits.as('leader', noScript)];
  for (const page of [first, second]) await page.goto('/values/we-want-families-heard-before-we/edit');
  const reword = async (page: Page, statement: string): Promise<void> => {
    await page.getByLabel('What do you wish for?').fill(statement);
    await page.getByLabel('Why do the words change?').fill('Plainer.');
    await press(page, 'Save these words');
  };
  await reword(first, 'We want families heard early.');
  await reword(second, 'We want families to be heard.');
  const told = await textOf(second.getByRole('alert').first());
  expect(told).toMatch(/Somebody else said this value.*We want families heard early\./);
  expect(await second.getByLabel('What do you wish for?').inputValue()).toBe('We want families to be heard.');
  await press(second, 'Save these words');
  await second.getByRole('heading', { level: 1, name: 'We want families to be heard.' }).waitFor();
  const versions = second.getByRole('region', { name: 'How it was said over time' });
  expect(await versions.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'We want families to be heard.',
    'We want families heard early.',
    heard,
  ]);
});

test('coverage and say–do say what is missing, and change with what is put on record', async () => {
  const page = await visits.as('leader', noScript);
  await page.goto('/values/coverage');
  const gaps = async (): Promise<string[]> => {
    await page.goto('/values/coverage');
    return page.getByRole('main').getByRole('listitem').filter({ hasText: 'Look' }).allTextContents();
  };
  expect((await gaps())[0]).toContain('You want families to be heard. Nothing measures it.');

  await page.goto('/values/we-want-families-heard-before-we');
  await page.getByLabel('A measure that tells').selectOption('H5');
  await press(page, 'Tie it');
  expect(await textOf(page.getByRole('region', { name: 'What tells whether' }))).toMatch(/Shown with/);
  expect((await gaps()).join()).toContain('families to be heard. Nothing you reviewed in the last quarter');

  await page.goto('/reviews/new');
  await page.getByLabel('What is it called?').fill('Monthly review');
  await page.getByLabel('Judges and lawyers').check();
  const items = page.getByRole('group', { name: /^Item/ });
  const fill = async (at: number, looked: string, minutes: string): Promise<void> => {
    await items.nth(at).getByLabel('Looked at').selectOption(looked);
    await items.nth(at).getByLabel('Minutes').fill(minutes);
  };
  await fill(0, 'measure:C1', 'forty');
  await press(page, 'Put it on record');
  expect(await textOf(page.getByRole('alert').first())).toContain('Minutes are a whole number');
  await fill(0, 'measure:C1', '90');
  await fill(1, 'measure:H5', '10');
  await press(page, 'Put it on record');
  await page.getByRole('heading', { level: 1, name: 'Monthly review' }).waitFor();
  expect((await gaps()).join()).not.toContain('families to be heard');

  await page.goto('/values/say-and-do');
  const main = await textOf(page.getByRole('main'));
  expect(main).toMatch(
    /You ranked children home with their families whenever that is safe first\. It had 0% of review time/,
  );
  expect(await textOf(page.getByRole('row', { name: /to be heard/ }).first())).toContain('10% · 10 min');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv).toMatch(/^state,state,.*,2,we-want-families-heard-before-we,.*,minutes,10,0\.1\r$/m);
});

test('a caseworker reads all of it and changes none; a partner sees what was shared', async () => {
  const caseworker = await visits.as('frontline', phone);
  await caseworker.goto('/values/children-with-their-families');
  await caseworker.getByRole('heading', { name: 'How it was said over time' }).waitFor();
  expect(await caseworker.getByRole('link', { name: 'other words' }).count()).toBe(0);
  await caseworker.goto('/values/new');
  expect(await textOf(caseworker.getByRole('main'))).toMatch(/may not change.*A leader/);

  const partner = await visits.as('partner', noScript);
  const leader = await visits.as('leader', noScript);
  await partner.goto('/values');
  expect(await textOf(partner.getByRole('main'))).toContain('No value has been shared with you yet');
  await leader.goto('/values/children-with-their-families');
  await leader.getByLabel('With', { exact: true }).selectOption('public');
  await press(leader, 'Share');
  await partner.goto('/values');
  await partner.getByRole('link', { name: 'We want children home' }).click();
  expect(await textOf(partner.getByRole('main'))).toContain('We will reduce entries into foster care.');
  await partner.goto('/values/short-and-with-ties');
  expect(await textOf(partner.getByRole('main'))).toContain('not shared with you');
});
