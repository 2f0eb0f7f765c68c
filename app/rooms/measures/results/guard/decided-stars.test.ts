/** What may be shown is decided once, and found again; anything it rests on makes it anew. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { versionOfFolder } from '../../../../../tests/support/package-version.ts';
import { preparedFolder, prepareFigures } from '../prepare.ts';
import { closePrepared } from '../prepared.ts';
import type { VersionFiles } from '../version-files.ts';
import { windowFrom } from '../windows.ts';
import { endDeciding } from './decide-in-thread.ts';
import { areStarsDecided, decidedStar, decideStars } from './decided-stars.ts';
import { familyOf } from './family.ts';
import { proposedStars } from './proposed-star.ts';

let files: VersionFiles & { remove: () => void };
let derivedFolder: string;

beforeAll(async () => {
  derivedFolder = await mkdtemp(join(tmpdir(), 'midcourse-derived-'));
  const folder = fileURLToPath(
    new URL('../../../../../tests/vectors/indicators/package-2000', import.meta.url),
  );
  files = { ...(await versionOfFolder(folder, '2024-09-30')), derivedFolder };
  await prepareFigures(files);
});

afterAll(async () => {
  endDeciding();
  await closePrepared();
  files.remove();
  await rm(derivedFolder, { recursive: true });
});

const shownFolder = (): Promise<string[]> => readdir(join(preparedFolder(files), 'shown'));

test('a year, a quarter and a month are as they are decided at once, and any other window is decided too', async () => {
  const largeUnits = new Set(['Alder/Alder 1']);
  const family = familyOf('P1', files.manifest);
  for (const window of [
    windowFrom('2022-10-01'),
    windowFrom('2023-01-01', 3),
    windowFrom('2023-02-01', 1),
    windowFrom('2022-04-01'),
  ]) {
    const asked = { files, family, window, rule: usualRule, largeUnits };
    const [star] = await proposedStars(asked, [window]);
    expect(await decidedStar(asked)).toEqual(star);
  }
});

test('everything is decided once, with progress, and anew for another threshold, which replaces it', async () => {
  const usual = { files, rule: usualRule, largeUnits: new Set<string>() };
  expect(await areStarsDecided(usual)).toBe(false);
  const told: number[] = [];
  await decideStars(usual, ({ done, of }) => told.push(done / of));
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(await areStarsDecided(usual)).toBe(true);
  const first = await shownFolder();
  await decideStars(usual, () => expect.unreachable());
  const stricter = { ...usual, rule: { ...usualRule, threshold: 20 } };
  expect(await areStarsDecided(stricter)).toBe(false);
  await decideStars(stricter);
  const then = await shownFolder();
  expect(then).toHaveLength(first.length);
  expect(then.filter((name) => first.includes(name))).toEqual([]);
});
