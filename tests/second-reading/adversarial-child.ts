/** One child's whole history, its days crowded around three of its own. */
import fc from 'fast-check';
import type { Day } from '../../app/platform/clock.ts';
import { ownDays, type Shift, shift } from './adversarial-days.ts';

const mostly = <T>(value: T, often: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(value) }, { weight, arbitrary: often });

const perhaps = <T>(arbitrary: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | null> =>
  mostly<T | null>(null, arbitrary, weight);

/** Counted from one of the child's days: 18 years before, a band's edge before, on the day. */
const birth = fc.record({
  months: fc.constantFrom(
    ...[-216, -216, -216, -215, -217, -204, -205, -192, -132, -131, -72, -71, -12, -11, -4, -3, 0, -60, 0, 3],
  ),
  shift: fc.record({ of: fc.nat(2), months: fc.constant(0), days: fc.constantFrom(0, 0, 0, 1, -1, 2, 7) }),
});

const reasons = [
  ...['reunification', 'reunification', 'reunification', 'living_with_relative', 'adoption', 'guardianship'],
  ...['emancipation', 'transfer', 'runaway', 'death'],
];

const settings = [
  ...['foster_home_relative', 'foster_home_kin', 'foster_home_nonrelative', 'group_home', 'preadoptive_home'],
  ...['runaway', 'trial_home_visit', 'trial_home_visit', 'respite', 'medical', 'psychiatric_hospital'],
];

/** A distance from the removal, or from the discharge where there is one. */
const placement = fc.record({
  fromDischarge: fc.boolean(),
  days: fc.constantFrom(...[-366, -32, -31, -30, -29, -2, -1, 0, 0, 1, 2, 7, 8, 30, 100, 310, 335, 364, 365]),
  setting: fc.constantFrom(...settings),
  provider: perhaps(fc.constantFrom('HOME1', 'HOME2', 'HOME3')),
});

/** Days after the removal, or one of the child's days. */
const discharge = fc.oneof(
  fc.constantFrom(...[-1, 0, 1, 6, 7, 7, 8, 8, 9, 30, 31, 364, 365, 366, 395, 396, 410, 730, 731]),
  shift,
);

const removal = fc.record({
  removed: shift,
  discharge: perhaps(discharge),
  reason: mostly<string | null>(null, fc.constantFrom(...reasons), 8),
  county: perhaps(fc.constantFrom('Alder', 'Birch'), 6),
  unit: perhaps(fc.constantFrom('U1', 'U2'), 6),
  placements: fc.array(placement, { maxLength: 5 }),
  settings: perhaps(fc.constantFrom(0, 1, 2, 3), 1),
  visitFrom: perhaps(fc.constantFrom(-31, -30, 1, 334, 335, 336), 1),
  droppedAfter: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('2022-09-30', '2023-03-31', '2023-09-30', '2024-09-30') },
  ),
});

const dispositions = [
  ...['substantiated', 'substantiated', 'substantiated', 'indicated', 'alternative_response_victim'],
  ...['unsubstantiated', 'pending', 'closed_no_finding'],
];

const report = fc.record({
  /** Under the child's own id in reports, or another of theirs. */
  as: fc.constantFrom('own', 'own', 'own', 'alias'),
  /** What stands in afcars_id: the child's id in removals, nothing, or an id of nobody. */
  names: fc.constantFrom('child', 'child', 'child', 'nobody', 'blank'),
  reported: shift,
  incident: perhaps(fc.oneof(fc.constantFrom(-31, -1, 0, 0, 1), shift), 2),
  disposition: fc.constantFrom(...dispositions),
  age: perhaps(fc.constantFrom(0, 1, 5, 6, 10, 11, 16, 17, 18), 2),
  isDeath: mostly(false, fc.constantFrom(true, false, null), 1),
  isUnborn: mostly(false, fc.constantFrom(true, false, null), 1),
  county: perhaps(fc.constantFrom('Alder', 'Birch'), 6),
});

const flag = fc.constantFrom(true, false, null);

/** A time of day, or none. */
const clock = perhaps(fc.constantFrom('T00:00', 'T08:30', 'T08:31', 'T23:59'), 2);

/** Days after what was due, and the time. */
const done = perhaps(fc.record({ days: fc.constantFrom(-30, -1, 0, 0, 1, 30), at: clock }));

const investigation = fc.record({
  received: perhaps(shift, 6),
  due: perhaps(fc.record({ shift, at: clock }), 8),
  contact: done,
  completionDue: perhaps(fc.record({ days: fc.constantFrom(0, 1, 30), at: clock })),
  completed: done,
});

export const adversarialChild = fc.record({
  days: ownDays,
  /** A child without a row in `children` has no birth date. */
  hasRow: mostly(false, fc.constant(true), 12),
  aliasHasRow: fc.boolean(),
  birth: perhaps(birth, 15),
  aliasBirth: perhaps(birth, 1),
  sex: perhaps(fc.constantFrom('female', 'male')),
  races: fc.array(flag, { minLength: 5, maxLength: 5 }),
  hispanic: flag,
  removals: fc.array(removal, { maxLength: 4 }),
  reports: fc.array(report, { maxLength: 5 }),
  visits: fc.array(
    fc.record({
      visited: shift,
      edge: fc.constantFrom('none', 'first', 'last'),
      location: perhaps(fc.constantFrom('residence', 'other')),
    }),
    { maxLength: 6 },
  ),
  investigations: fc.array(investigation, { maxLength: 2 }),
});

export type AdversarialChild = typeof adversarialChild extends fc.Arbitrary<infer T> ? T : never;
export type AdversarialRemoval = AdversarialChild['removals'][number];
export type AdversarialReport = AdversarialChild['reports'][number];
export type AdversarialInvestigation = AdversarialChild['investigations'][number];
export type { Day, Shift };
