import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counties } from './counties.ts';
import { type DayNumber, isoOf, parseDay, yearsAfter } from './days.ts';
import { families } from './families.ts';
import type { Child, Episode, Family, World } from './records.ts';

const worldOf = (seed: number, population = 4000): World => ({
  seed,
  population,
  from: parseDay('2022-10-01'),
  asOf: parseDay('2026-09-30'),
});

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const allOf = (world: World): Family[] => [...families(world)];
const childrenOf = (world: World): Child[] => allOf(world).flatMap(({ children }) => [...children]);

/** The planned irregular stays: an exit keyed on or before the day of removal. */
const isMistyped = ({ removedOn, dischargedOn }: Episode): boolean =>
  dischargedOn !== null && dischargedOn <= removedOn;

test('24 counties with different names and codes hold all children of the state', () => {
  expect(counties).toHaveLength(24);
  expect(new Set(counties.flatMap(({ name, code }) => [name, code])).size).toBe(48);
  expect(counties.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(counties.filter(({ hasFewerHearings }) => hasFewerHearings)).toHaveLength(14);
});

test('a stay holds its placements and visits, and stays of one child do not overlap', () => {
  const check = (episode: Episode, asOf: DayNumber): void => {
    const end = isMistyped(episode) ? asOf : (episode.dischargedOn ?? asOf);
    const starts = episode.placements.map(({ startOn }) => startOn);
    expect(starts[0]).toBe(episode.removedOn);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    expect(starts.at(-1)).toBeLessThanOrEqual(end);
    for (const { on } of episode.visits) {
      expect(on).toBeGreaterThanOrEqual(episode.removedOn);
      expect(on).toBeLessThanOrEqual(end);
    }
    expect(episode.removalKeyedOn).toBeGreaterThanOrEqual(episode.removedOn);
    if (episode.dischargeKeyedOn !== null)
      expect(episode.dischargeKeyedOn).toBeGreaterThanOrEqual(episode.dischargedOn ?? 0);
  };
  fc.assert(
    fc.property(seeds, (seed) => {
      const world = worldOf(seed);
      for (const { episodes } of childrenOf(world)) {
        for (const [at, episode] of episodes.entries()) {
          check(episode, world.asOf);
          const next = episodes[at + 1];
          if (!next) continue;
          expect(next.removedOn).toBeGreaterThanOrEqual(episode.dischargedOn ?? Number.POSITIVE_INFINITY);
          expect(next.removalKeyedOn).toBeGreaterThanOrEqual(episode.dischargeKeyedOn ?? 0);
        }
      }
    }),
    { numRuns: 12 },
  );
});

test('children enter before 18 and only in the years on file, or are in care when these begin', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const world = worldOf(seed);
      for (const { bornOn, episodes } of childrenOf(world)) {
        for (const episode of episodes) {
          expect(episode.removedOn).toBeLessThanOrEqual(world.asOf);
          if (episode.dischargedOn !== null && !isMistyped(episode))
            expect(episode.dischargedOn).toBeGreaterThanOrEqual(world.from);
          if (bornOn !== null && bornOn <= episode.removedOn)
            expect(episode.removedOn).toBeLessThan(yearsAfter(bornOn, 18));
        }
      }
    }),
    { numRuns: 8 },
  );
});

test('ids are unique, short enough for every format, and each report has one investigation', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const world = worldOf(seed);
      const told = allOf(world);
      const children = told.flatMap((family) => [...family.children]);
      const reports = told.flatMap(({ investigations }) => investigations.map(({ report }) => report));
      expect(new Set(children.map(({ id }) => id)).size).toBe(children.length);
      expect(new Set(reports).size).toBe(reports.length);
      for (const id of [...children.map((child) => child.id), ...reports])
        expect(id.length).toBeLessThanOrEqual(12);
      const known = new Set(reports);
      for (const { id, findings } of children) {
        expect(new Set(findings.map(({ report }) => report)).size, id).toBe(findings.length);
        for (const finding of findings) {
          expect(known.has(finding.report)).toBe(true);
          expect(finding.reportedOn).toBeGreaterThanOrEqual(world.from);
          expect(finding.reportedOn).toBeLessThanOrEqual(world.asOf);
          expect(finding.disposedOn).toBeGreaterThanOrEqual(finding.reportedOn);
          expect(finding.incidentOn ?? 0).toBeLessThanOrEqual(finding.reportedOn);
        }
      }
    }),
    { numRuns: 8 },
  );
});

test('what is past stays as it was when the state is told up to a later day', () => {
  const later = worldOf(11, 20_000);
  const earlier = { ...later, asOf: parseDay('2025-03-31') };
  const known = new Map(childrenOf(later).map((child) => [child.id, child]));
  const ended = ({ dischargedOn }: Episode): boolean => dischargedOn !== null && dischargedOn <= earlier.asOf;
  let compared = 0;
  for (const child of childrenOf(earlier)) {
    for (const episode of child.episodes.filter(ended)) {
      const same = known.get(child.id)?.episodes.find(({ removedOn }) => removedOn === episode.removedOn);
      expect(same, `${child.id} ${isoOf(episode.removedOn)}`).toEqual(episode);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

test('irregular records are there, and rare', () => {
  const children = childrenOf(worldOf(5, 60_000));
  const stays = children.flatMap(({ episodes }) => episodes);
  const exits = stays.filter(({ dischargedOn }) => dischargedOn !== null);
  const shares = [
    children.filter(({ bornOn }) => bornOn === null).length / children.length,
    exits.filter(isMistyped).length / exits.length,
    exits.filter(({ reason }) => reason === null).length / exits.length,
    stays.filter(({ county }) => county === null).length / stays.length,
  ];
  for (const share of shares) {
    expect(share).toBeGreaterThan(0.0003);
    expect(share).toBeLessThan(0.02);
  }
});

test('membership of a Nation and race on record are two things', () => {
  const children = childrenOf(worldOf(2, 60_000));
  const members = children.filter(({ nation }) => nation !== null);
  const recorded = children.filter(({ races }) => races[0] === true);
  expect(members.filter(({ races }) => races[0] !== true).length).toBeGreaterThan(0);
  expect(recorded.filter(({ nation }) => nation === null).length).toBeGreaterThan(0);
});
