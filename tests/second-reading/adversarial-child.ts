/** One child's whole history, its days crowded around the edges of a window and around one another. */
import fc from 'fast-check';
import { edgeShift, reportShift, returnShift, type Shift, shift, windows } from './adversarial-days.ts';

const mostly = <T>(value: T, often: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(value) }, { weight, arbitrary: often });

const perhaps = <T>(arbitrary: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | null> =>
  mostly<T | null>(null, arbitrary, weight);

/** So many months before a day that matters: 18 years, or the edge of an age band. */
const birth = fc.record({
  shift: edgeShift,
  months: fc.constantFrom(
    ...[-216, -216, -216, -216, -215, -204, -205, -132, -133, -72, -73, -60, -12, -13, -4, -5, -1, 0, 0, 1],
  ),
  days: fc.constantFrom(0, 0, 0, 1, 2, 3, -1),
});

const reasons = [
  ...['reunification', 'reunification', 'reunification', 'living_with_relative', 'adoption', 'guardianship'],
  ...['emancipation', 'transfer', 'runaway', 'death'],
];

const settings = [
  ...['foster_home_relative', 'foster_home_kin', 'foster_home_nonrelative', 'foster_home_nonrelative'],
  ...['group_home', 'foster_home_nonrelative', 'preadoptive_home', 'psychiatric_hospital'],
  ...['runaway', 'trial_home_visit', 'trial_home_visit', 'respite', 'medical'],
];

const placement = fc.record({
  /** Counted from the removal, the discharge, the window's last day or the as-of day. */
  from: fc.constantFrom('removal', 'removal', 'removal', 'discharge', 'to', 'asOf'),
  days: fc.constantFrom(...[-366, -2, -1, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 30]),
  setting: fc.constantFrom(...settings),
  provider: perhaps(fc.constantFrom('HOME1', 'HOME2'), 1),
});

type Placement = typeof placement extends fc.Arbitrary<infer T> ? T : never;

/** Away for a while and back, the homes before and after now and then unknown. */
const awayAndBack: fc.Arbitrary<Placement[]> = fc
  .array(
    fc.record({
      setting: fc.constantFrom('foster_home_kin', 'foster_home_kin', 'respite', 'medical', 'group_home'),
      provider: perhaps(fc.constantFrom('HOME1', 'HOME1', 'HOME2'), 1),
    }),
    { minLength: 4, maxLength: 6 },
  )
  .map((homes) => homes.map((home, days) => ({ from: 'removal', days, ...home })));

const onDischarge = { from: 'discharge', days: 0 } as const;

/** A trial home visit before the discharge. */
const homeVisit = fc.record({
  from: fc.constant(onDischarge.from),
  days: fc.constantFrom(-30, -31, -31, -32, -60),
  setting: fc.constant('trial_home_visit'),
  provider: fc.constant(null),
});

/** Days after the removal, or 12 months after it, or another day of the child's. */
const discharge = fc.oneof(
  fc.record({
    months: fc.constantFrom(0, 0, 12, 12, 24),
    days: fc.constantFrom(-1, 0, 0, 1, 6, 7, 8, 8, 9, 29, 30),
  }),
  /** On the day of the first discharge, where neither birth is unknown. */
  fc.constant<Shift>({ of: 2, months: 0, days: 0 }),
  fc.constant<Shift>({ of: 'to', months: 0, days: 0 }),
  shift,
  shift,
);

const onTheAnniversary = fc.constant<Shift>({ of: 'latest', months: 12, days: 0 });

const anyRemoval = fc.record({
  removed: fc.oneof(edgeShift, shift, returnShift, onTheAnniversary),
  discharge: perhaps(discharge),
  reason: mostly<string | null>(null, fc.constantFrom(...reasons), 8),
  county: perhaps(fc.constantFrom('Alder', 'Birch'), 6),
  unit: perhaps(fc.constantFrom('U1', 'U2'), 6),
  placements: mostly<Placement[]>([], fc.oneof(fc.array(placement, { maxLength: 7 }), awayAndBack), 2),
  homeVisit: perhaps(homeVisit, 1),
  /** A row that begins on the day of the discharge. */
  atDischarge: perhaps(fc.constant({ ...onDischarge, setting: 'group_home', provider: null }), 1),
  settings: perhaps(fc.constantFrom(0, 1, 2, 3), 1),
  /** Days after the removal. */
  visitFrom: perhaps(fc.constantFrom(-31, 1, 334, 335, 336), 1),
  droppedAfter: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('2022-09-30', '2023-03-31', '2023-09-30', '2024-09-30') },
  ),
});

/** Reunified about the anniversary, from a trial home visit that began about 30 days before. */
const homeAroundTheAnniversary = fc.record({
  removed: edgeShift,
  discharge: fc.record({ months: fc.constant(12), days: fc.constantFrom(0, 0, 1, 5, 29, 30, 31) }),
  reason: fc.constant('reunification'),
  placements: fc.constant<Placement[]>([]),
  homeVisit: perhaps(homeVisit, 1),
  visitFrom: fc.constantFrom(333, 334, 335),
});

const removal = fc.oneof(
  { weight: 9, arbitrary: anyRemoval },
  {
    weight: 1,
    arbitrary: fc.tuple(anyRemoval, homeAroundTheAnniversary).map(([any, home]) => ({ ...any, ...home })),
  },
);

const dispositions = [
  ...['substantiated', 'substantiated', 'substantiated', 'substantiated', 'indicated', 'unsubstantiated'],
  ...['alternative_response_victim', 'pending'],
];

const report = fc.record({
  /** Under the child's own id in reports, or another of theirs. */
  as: fc.constantFrom('own', 'own', 'own', 'own', 'alias'),
  /** What stands in afcars_id: the child's id in removals, another of theirs, nothing, or an id of nobody. */
  names: fc.constantFrom('child', 'child', 'child', 'child', 'blank', 'blank', 'alias', 'nobody'),
  reported: fc.oneof(edgeShift, shift, reportShift, reportShift),
  /** Days after the report, the incident of the report before, or another day of the child's. */
  incident: perhaps(fc.oneof(fc.constantFrom(-1, 0, 0), fc.constant('again' as const), shift), 2),
  disposition: fc.constantFrom(...dispositions),
  age: perhaps(fc.constantFrom(0, 1, 5, 6, 10, 11, 16, 17, 18), 2),
  isDeath: mostly<boolean | null>(false, fc.constantFrom(true, false, false, null), 1),
  isUnborn: mostly<boolean | null>(false, fc.constantFrom(true, false, false, null), 1),
  county: perhaps(fc.constantFrom('Alder', 'Birch'), 6),
  /** Days to further reports of the same finding, each from the one before. */
  echoes: mostly<number[]>([], fc.array(fc.constantFrom(1, 1, 2, 3), { maxLength: 3 }), 1),
});

const flag = fc.constantFrom(true, false, null);

/** A time of day, or none. */
const clock = perhaps(fc.constantFrom('T00:00', 'T08:30', 'T08:31', 'T23:59'), 2);

/** Days after what was due, and the time. */
const done = perhaps(fc.record({ days: fc.constantFrom(-30, -1, 0, 0, 1, 30), at: clock }), 2);

const investigation = fc.record({
  received: perhaps(fc.oneof(shift, edgeShift), 6),
  due: perhaps(fc.record({ shift: fc.oneof(edgeShift, shift), at: clock }), 8),
  contact: done,
  completionDue: perhaps(fc.record({ days: fc.constantFrom(0, 1, 30), at: clock })),
  completed: done,
});

const visit = fc.record({
  visited: shift,
  edge: fc.constantFrom('none', 'first', 'last'),
  location: perhaps(fc.constantFrom('residence', 'other')),
});

export const adversarialChild = fc.record({
  window: fc.constantFrom(...windows),
  /** A child without a row in `children` has no birth date. */
  hasRow: mostly(false, fc.constant(true), 12),
  birth: perhaps(birth, 15),
  /** The row of the child's other id. */
  alias: perhaps(fc.record({ birth: perhaps(birth, 1) }), 1),
  sex: perhaps(fc.constantFrom('female', 'male')),
  races: fc.array(flag, { minLength: 5, maxLength: 5 }),
  hispanic: flag,
  removals: fc.array(removal, { maxLength: 3 }),
  reports: fc.array(report, { maxLength: 3 }),
  visits: fc.array(visit, { maxLength: 4 }),
  investigations: fc.array(investigation, { maxLength: 2 }),
});

export type AdversarialChild = typeof adversarialChild extends fc.Arbitrary<infer T> ? T : never;
export type AdversarialRemoval = AdversarialChild['removals'][number];
export type AdversarialReport = AdversarialChild['reports'][number];
export type AdversarialInvestigation = AdversarialChild['investigations'][number];
