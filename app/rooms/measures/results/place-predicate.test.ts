import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../../tests/support/actor.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import { scopeFor, systemScope } from '../../../commons/permissions/scope.ts';
import { type Analytics, openAnalytics } from '../../../platform/analytics/duckdb.ts';
import { placePredicate } from './place-predicate.ts';
import { resultsPolicy } from './policy.ts';

let analytics: Analytics;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midcourse-place-'));
  analytics = await openAnalytics({ allowedPaths: [], memory: '64MB', threads: 1, temporaryFolder: folder });
  await analytics.run(`CREATE TABLE facts AS SELECT * FROM (VALUES
    (1, 'Alder', 'Alder 1', NULL), (2, 'Alder', 'Alder 2', 'Blue Sedge Nation'), (3, 'Alder', 'unknown', NULL),
    (4, 'Birch', 'Alder 2', NULL), (5, 'O''Brien', 'One', 'Alder'), (6, 'unknown', 'unknown', NULL),
    (7, 'unknown', 'Alder 2', 'Blue Sedge Nation'), (8, 'Alder', NULL, NULL), (9, NULL, NULL, NULL)
  ) AS fact(id, county, unit, nation)`);
});
afterAll(async () => {
  analytics.close();
  await rm(folder, { recursive: true });
});

const scopeAt = (...places: Place[]) => {
  const assignments = places.map((place) => ({ role: 'analyst' as const, place }));
  return scopeFor({ ...actorAs('analyst'), assignments }, resultsPolicy['records.read']);
};

const seenBy = async (scope: Parameters<typeof placePredicate>[0]): Promise<unknown[]> => {
  const { sql, values } = placePredicate(scope, 2);
  const rows = await analytics.all(`SELECT id FROM facts WHERE id > $1 AND ${sql} ORDER BY id`, [
    0,
    ...values,
  ]);
  return rows.map(({ id }) => id);
};

test.each<[string, Place[], number[]]>([
  ['the state reaches every fact', ['state'], [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['a county its own, of whatever unit', ['county:Alder'], [1, 2, 3, 8]],
  ['a unit its own, not its namesake in another county', ['unit:Alder/Alder 2'], [2]],
  ['several places, all of theirs', ['county:Birch', 'unit:Alder/Alder 1'], [1, 4]],
  ['a place beside the state takes nothing away', ['county:Birch', 'state'], [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['a name is a value, not SQL', ["county:O'Brien"], [5]],
  ['a name that would be SQL is nobody', ["county:x' OR '1'='1"], []],
  ['nobody is called unknown', ['county:unknown', 'unit:Alder/unknown', 'unit:unknown/Alder 2'], []],
  ['a partner reaches none', ['partner:Family Council'], []],
  ['a Nation its own, wherever they live', ['nation:Blue Sedge Nation'], [2, 7]],
  ['a Nation and a county, both of theirs', ['nation:Blue Sedge Nation', 'county:Birch'], [2, 4, 7]],
  ['a Nation of a county’s name is no county', ['nation:Alder'], [5]],
])('%s', async (_, places, expected) => {
  expect(await seenBy(scopeAt(...places))).toEqual(expected);
});

test('a scope asked for one place is for that place alone', async () => {
  expect(await seenBy(scopeFor(actorAs('analyst'), resultsPolicy['records.read'], 'county:Birch'))).toEqual([
    4,
  ]);
});

test('the program itself reaches every fact', async () => {
  expect(await seenBy(systemScope('a test'))).toHaveLength(9);
});

test('a scope that nobody gave is no scope', () => {
  const forged = { ...scopeAt('county:Alder'), places: ['state'] } as unknown as ReturnType<typeof scopeAt>;
  expect(() => placePredicate(forged)).toThrow('not made');
});
