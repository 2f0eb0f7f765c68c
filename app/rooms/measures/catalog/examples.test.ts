/** Every measure's hand-worked example: child by child, what counts and why. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { versionOfFolder } from '../../../../tests/support/package-version.ts';
import { withRun } from '../results/version-files.ts';
import { parseWindow } from '../results/windows.ts';
import { catalog } from './catalog.ts';
import { measureIds } from './definition-shape.ts';
import { factsOf } from './run.ts';

interface Worked {
  readonly window: string;
  readonly asOf: string;
  /** By subject; the blank one is the population. */
  readonly facts: Readonly<Record<string, { exposure: number; events: number; why: string }>>;
  readonly out: Readonly<Record<string, string>>;
}

test.each(measureIds)('%s: the example in its folder', async (measure) => {
  const folder = fileURLToPath(new URL(`./${catalog[measure].slug}/example/`, import.meta.url));
  const worked = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Worked;
  expect(Object.keys({ ...worked.facts, ...worked.out }).length).toBeLessThanOrEqual(20);
  const version = await versionOfFolder(folder, worked.asOf);
  const run = { measures: [measure], windows: [parseWindow(worked.window)], asOf: worked.asOf };
  const facts = await withRun(version, run, (analytics) =>
    analytics.all<{ subject: string; exposure: number; events: number }>(
      `SELECT coalesce(subject_id, '') AS subject, sum(exposure)::INT AS exposure, sum(events)::INT AS events
       FROM (${factsOf(measure)}) GROUP BY subject_id`,
    ),
  );
  version.remove();
  const got = Object.fromEntries(
    facts.map(({ subject, exposure, events }) => [subject, { exposure, events }]),
  );
  const want = Object.entries(worked.facts).map(([subject, { exposure, events }]) => [
    subject,
    { exposure, events },
  ]);
  expect(got).toEqual(Object.fromEntries(want));
});

test('every measure folder has its definition, its query and its example', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
  expect(folders.toSorted()).toEqual(
    Object.values(catalog)
      .map(({ slug }) => slug)
      .toSorted(),
  );
});
