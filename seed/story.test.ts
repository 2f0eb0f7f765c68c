/**
 * The story is set on hazards: it must be found again by counting what happened, without any measure. Events over days
 * at risk, before and after, in the counties concerned and in the others.
 */
import { beforeAll, expect, test } from 'vitest';
import type { County } from './counties.ts';
import { type DayNumber, parseDay } from './days.ts';
import { families } from './families.ts';
import { permanencyCauses } from './hazards.ts';
import type { Episode, World } from './records.ts';
import {
  familyTimeCourtOn,
  hearingsFellOn,
  highestPermanencyFactor,
  kinSearchOn,
  permanencyFactor,
} from './story.ts';

const world: World = {
  seed: 1,
  population: 600_000,
  from: parseDay('2021-10-01'),
  asOf: parseDay('2026-09-30'),
};

let episodes: Episode[] = [];

beforeAll(() => {
  episodes = [...families(world)].flatMap(({ children }) => children.flatMap((child) => child.episodes));
});

const isPermanency = ({ reason }: Episode): boolean => permanencyCauses.some((cause) => cause === reason);

/** Exits to a permanent family per 1,000 days in care, from one day to before another. */
const exitRate = (where: (county: County) => boolean, from: DayNumber, to: DayNumber): number => {
  let days = 0;
  let exits = 0;
  for (const episode of episodes) {
    if (episode.county === null || !where(episode.county)) continue;
    const end = Math.min(episode.dischargedOn ?? to, to);
    days += Math.max(0, end - Math.max(episode.removedOn, from));
    const on = episode.dischargedOn ?? 0;
    if (isPermanency(episode) && on >= from && on < to) exits += 1;
  }
  return (1000 * exits) / days;
};

test('exits to permanency fall by about 15% from December 2025 on in 14 counties, and nowhere else', () => {
  // The same months of the two years before: seasons cancel.
  const change = (where: (county: County) => boolean): number => {
    const before =
      (exitRate(where, parseDay('2023-12-01'), parseDay('2024-10-01')) +
        exitRate(where, parseDay('2024-12-01'), parseDay('2025-10-01'))) /
      2;
    return exitRate(where, hearingsFellOn, world.asOf + 1) / before;
  };
  const concerned = change(({ hasFewerHearings }) => hasFewerHearings);
  const others = change(
    ({ hasFewerHearings, hasNewFamilyTimeCourt }) => !hasFewerHearings && !hasNewFamilyTimeCourt,
  );
  expect(concerned).toBeGreaterThan(0.78);
  expect(concerned).toBeLessThan(0.92);
  expect(others).toBeGreaterThan(0.9);
  expect(others).toBeLessThan(1.1);
});

test('in the county with the new court, exits to permanency rise well above what they were', () => {
  const oakmoss = ({ hasNewFamilyTimeCourt }: County): boolean => hasNewFamilyTimeCourt;
  const before = exitRate(oakmoss, world.from, familyTimeCourtOn);
  expect(exitRate(oakmoss, familyTimeCourtOn, world.asOf + 1) / before).toBeGreaterThan(1.3);
});

test('first placements with kin rise clearly from May 2026 on', () => {
  const kinShare = (from: DayNumber, to: DayNumber): number => {
    const entered = episodes.filter(({ removedOn }) => removedOn >= from && removedOn < to);
    const kin = entered.filter(({ placements: [first] }) =>
      ['foster_home_relative', 'foster_home_kin'].includes(first?.setting ?? ''),
    );
    return kin.length / entered.length;
  };
  expect(kinShare(parseDay('2024-05-01'), kinSearchOn)).toBeCloseTo(0.37, 1);
  expect(
    kinShare(kinSearchOn, world.asOf + 1) - kinShare(parseDay('2024-05-01'), kinSearchOn),
  ).toBeGreaterThan(0.05);
});

test('entries and visits are steady throughout', () => {
  const entries = (from: string, to: string): number =>
    episodes.filter(({ removedOn }) => removedOn >= parseDay(from) && removedOn < parseDay(to)).length;
  const first = entries('2022-10-01', '2023-10-01');
  expect(first).toBeGreaterThan(2700);
  expect(first).toBeLessThan(3400);
  expect(entries('2025-10-01', '2026-10-01') / first).toBeGreaterThan(0.9);
  expect(entries('2025-10-01', '2026-10-01') / first).toBeLessThan(1.1);
});

test('no day has a higher factor than the bound that exits are thinned from', () => {
  const all = new Set(episodes.flatMap(({ county }) => (county === null ? [] : [county])));
  expect(all.size).toBe(24);
  for (const county of all) {
    for (let day = world.from; day <= world.asOf; day++) {
      expect(permanencyFactor(county, day)).toBeLessThanOrEqual(highestPermanencyFactor(county));
    }
  }
});
