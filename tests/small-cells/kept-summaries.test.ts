/** What is kept in memory for one reader never answers for another: of the same place, in whatever order they come. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../app/commons/permissions/place.ts';
import type { Role } from '../../app/commons/permissions/role.ts';
import { closePrepared, type SmallCells, viewerFor } from '../../app/rooms/measures/public.ts';
import { summariesOf } from '../../app/routes/measures/summaries-in-memory.ts';
import { usualRule } from '../../statistics/small-numbers/small-cell-rule.ts';
import { actorAs } from '../support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { versionOfFolder } from '../support/package-version.ts';
import { vectorPath } from '../support/vector-rows.ts';

let database: FreshDatabase;
let version: Awaited<ReturnType<typeof versionOfFolder>>;
let derivedFolder: string;
beforeAll(async () => {
  database = await freshDatabase();
  version = await versionOfFolder(vectorPath('package-2000'), '2024-09-30');
  derivedFolder = mkdtempSync(join(tmpdir(), 'midcourse-kept-'));
});
afterAll(async () => {
  await closePrepared();
  version.remove();
  rmSync(derivedFolder, { recursive: true });
  await database.close();
});

const boardOf = async (role: Role, place: Place, county: string) => {
  const seen: SmallCells[] = [];
  const viewer = viewerFor(actorAs(role, place));
  const kept = { derivedFolder, database, largeUnits: new Set<string>(), rule: usualRule, policyChanges: [] };
  const files = { ...version, ...kept, viewer, onSmallCells: (small: SmallCells) => seen.push(small) };
  const summaries = await summariesOf(files, { county });
  const shown = Object.values(summaries).flatMap(({ run }) =>
    run.series.points.flatMap(({ numerator, denominator }) =>
      numerator === null || denominator === null ? [] : [[numerator, denominator] as const],
    ),
  );
  const isFew = ([numerator]: readonly [number, number]): boolean => numerator > 0 && numerator <= 10;
  return { few: shown.filter(isFew).length, told: seen.length };
};

test('a county’s own people before and after everybody else', async () => {
  const own = await boardOf('leader', 'county:Alder', 'Alder');
  expect(own.few).toBeGreaterThan(20);
  expect(own.told).toBeGreaterThan(0);
  for (const [role, place] of [
    ['leader', 'state'],
    ['leader', 'county:Birch'],
    ['frontline', 'unit:Alder/U1'],
    ['administrator', 'state'],
  ] as const) {
    expect(await boardOf(role, place, 'Alder'), `${role} at ${place}`).toEqual({ few: 0, told: 0 });
  }
  // Kept, and on record again for who reads it next.
  expect(await boardOf('leader', 'county:Alder', 'Alder')).toEqual(own);
  expect((await boardOf('analyst', 'state', 'Alder')).few).toBe(own.few);
});
