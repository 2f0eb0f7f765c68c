/** What stands on charts beside the figures: written down on a phone without scripts, corrected, withdrawn, and read. */
import { expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { juniper } from '../support/juniper.ts';
import { ownMidcourse } from '../support/own-midcourse.ts';
import { textOf, visitsTo } from '../support/visits.ts';

const midcourse = ownMidcourse({ leader: 'county:Alder' });
const visits = visitsTo(midcourse.served);
const readers = visitsTo(juniper);

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false } as const;
const save = 'Write it down';

test('a change of policy: asked about where it sounds like one family, then marked, corrected and withdrawn', async () => {
  const page = await visits.as('analyst', phone);
  await page.goto('/measures/marks');
  await page.getByRole('link', { name: 'Write down a change of policy' }).click();
  await page
    .getByLabel('What changed, in one sentence')
    .fill('As the Miller family asked, low risk needs no finding.');
  await page.getByRole('button', { name: save }).click();
  expect(await textOf(page.getByRole('alert').first())).toContain('See what is marked below');
  await page.getByLabel('From which day?').fill('2025-07-01');
  await page.getByLabel('Its name on the chart').fill('Alternative response');
  await page.getByLabel('Where it can be read').fill('HB 4012, section 3');
  const moves = page.getByRole('group', { name: 'Which measures does it move by definition?' });
  await moves.getByLabel('Recurrence of maltreatment').check();
  await page.getByRole('button', { name: save }).click();
  expect(await textOf(page.getByRole('alert'))).toMatch(/Is this about one family\?.*Miller family/);
  expect(await moves.getByLabel('Recurrence of maltreatment').isChecked(), 'nothing is lost').toBe(true);
  await page
    .getByLabel('What changed, in one sentence')
    .fill('Reports of low risk are answered without a finding.');
  await page.getByRole('button', { name: save }).click();

  const list = page.getByRole('region', { name: 'Changes of policy' });
  expect(await textOf(list)).toMatch(/1 Jul 2025: Alternative response.*usual range begins anew: Recurrence/);
  await page.getByRole('link', { name: /^Its record/ }).click();
  await page.getByText('It says something wrong').click();
  await page.getByLabel('From which day?').fill('2025-10-01');
  await page.getByLabel('Why is it said otherwise?').fill('The memo moved the day.');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  expect(await textOf(list)).toMatch(/1 Oct 2025: Alternative response.*version 2/);

  await page.getByRole('link', { name: /^Its record/ }).click();
  await page.getByText('It should not stand there').click();
  await page.getByLabel('Why is it withdrawn?').fill('It never came into force.');
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  expect(await textOf(list)).toContain('None has been written down.');
  const withdrawn = page.getByRole('region', { name: 'Withdrawn' });
  expect(await textOf(withdrawn)).toContain('Withdrawn: It never came into force.');
  await page.getByRole('link', { name: /^Its record/ }).click();
  expect(await textOf(page.getByRole('main'))).toMatch(/Version 1: 1 Jul 2025.*Version 2: 1 Oct 2025/);
});

test('a form that came back, and a record with everything unfolded, can be used by everybody', async () => {
  const page = await visits.as('analyst', { viewport: phone.viewport });
  await page.goto('/measures/marks/new?kind=note&measure=P1');
  await page
    .getByLabel('What happened, in one sentence')
    .fill('The court was closed, said the Miller family.');
  await page.getByRole('button', { name: 'Note it on the chart' }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('On which day?').fill('2025-02-10');
  await page.getByRole('button', { name: 'Note it on the chart' }).click();
  await page.getByLabel('It is not about one family. Save it as it is.').check();
  await page.getByRole('button', { name: 'Note it on the chart' }).click();
  await page.waitForURL(/permanency-in-12-months/);
  await page.goto('/measures/marks');
  await page
    .getByRole('region', { name: 'Notes' })
    .getByRole('link', { name: /^Its record/ })
    .click();
  await page.getByText('It says something wrong').click();
  await page.getByText('It should not stand there').click();
  expect(await faultsOf(page)).toEqual([]);
});

test('a county’s leader notes what happened there; a supervisor of the state does not see it, and is not asked to write', async () => {
  const leader = await visits.as('leader', phone);
  await leader.goto('/measures/marks/new?kind=note&measure=P1');
  expect(await leader.getByLabel('On which chart?').inputValue()).toBe('P1');
  await leader.getByLabel('On which day?').fill('2025-02-10');
  await leader
    .getByLabel('What happened, in one sentence')
    .fill('The court was closed for two weeks of snow.');
  const [sent] = await Promise.all([
    leader.waitForResponse((answer) => answer.request().method() === 'POST'),
    leader.getByRole('button', { name: 'Note it on the chart' }).click(),
  ]);
  expect(sent.headers().location).toMatch(/permanency-in-12-months\?where=county%3AAlder/);
  await leader.goto('/measures/marks');
  expect(await textOf(leader.getByRole('region', { name: 'Notes' }))).toContain('two weeks of snow');
  const supervisor = await visits.as('supervisor', phone);
  await supervisor.goto('/measures/marks');
  expect(await textOf(supervisor.getByRole('main'))).not.toContain('two weeks of snow');
  await supervisor.goto('/measures/marks/new');
  expect(await textOf(supervisor.getByRole('main'))).toContain('You may not note something on a chart.');
});

test('Juniper’s are on the charts, in the table, in the list beneath and in both files', async () => {
  const page = await readers.as('analyst');
  await page.goto('/measures/kin-first');
  const what = page.getByRole('region', { name: 'What happened' });
  const list = what.getByRole('list', { name: 'Marked on the chart' });
  expect(await textOf(list)).toContain('Kin standards 1 Jul 2025');
  expect(await textOf(what)).toContain(
    'It does not change what is counted here, so the usual range goes on.',
  );
  await what.getByText('Table', { exact: true }).click();
  expect(await textOf(what.getByRole('table').first())).toContain('from 1 Jul 2025: Kin standards');
  await what.getByText('Note something on this chart').click();
  expect(await faultsOf(page, { alsoAt: [360] })).toEqual([]);
  const csv = await (await page.request.get('/measures/kin-first.csv')).text();
  expect(csv).toMatch(/2025-07-01 Kin standards/);
  const json = (await (await page.request.get('/measures/kin-first.json')).json()) as { marks: unknown[] };
  expect(json.marks).toMatchObject([{ kind: 'policy', on: '2025-07-01', movesByDefinition: [] }]);
});
