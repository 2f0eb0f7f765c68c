/** Days that crowd the edges: each counted from a window's edge, the as-of day, or a day of the child before it. */
import fc from 'fast-check';
import type { Day } from '../../app/platform/clock.ts';
import { plusDays, plusMonths } from './days.ts';

/** Windows of 12 months, federal and not, one that begins on a leap day, a month and quarters. */
export const windows = [
  { from: '2022-10-01', to: '2023-09-30' },
  { from: '2023-04-01', to: '2024-03-31' },
  { from: '2024-02-29', to: '2025-02-27' },
  { from: '2022-06-15', to: '2023-06-14' },
  { from: '2023-02-01', to: '2023-02-28' },
  { from: '2024-02-01', to: '2024-02-29' },
  { from: '2023-01-01', to: '2023-03-31' },
  { from: '2023-07-01', to: '2023-09-30' },
] as const;

/** Inside a window, on its last day, a day before and on the day that each follow-up ends. */
export const asOfDays: readonly Day[] = [
  ...['2023-06-30', '2023-08-15', '2023-09-29', '2023-09-30', '2023-10-06', '2023-10-07', '2023-11-28'],
  ...[
    '2023-11-28',
    '2023-11-29',
    '2024-02-28',
    '2024-02-29',
    '2024-03-31',
    '2024-09-29',
    '2024-09-30',
    '2025-03-06',
  ],
  ...['2025-03-31', '2026-02-26', '2026-02-27', '2026-06-30'],
];

/** How far a day lies from another one: the window's edges, the as-of day, the child's latest day or any before. */
export interface Shift {
  readonly of: 'from' | 'to' | 'asOf' | 'latest' | number;
  readonly months: number;
  readonly days: number;
}

/** Rules speak of these distances; each is met exactly, and missed by a day. */
const edges = [
  ...[
    { months: 0, days: 0 },
    { months: 12, days: 0 },
    { months: -12, days: 0 },
    { months: 24, days: 0 },
    { months: -24, days: 0 },
  ],
  ...[1, 2, 7, 8, 14, 15, 30, 60, 61, 365].flatMap((days) => [
    { months: 0, days },
    { months: 0, days: -days },
  ]),
];

const near = [-1, 0, 0, 0, 1];

const distance = fc.oneof(
  fc.constant({ months: 0, days: 0 }),
  fc.tuple(fc.constantFrom(...edges), fc.constantFrom(...near)).map(([edge, off]) => ({
    months: edge.months,
    days: edge.days + off,
  })),
);

export const shift: fc.Arbitrary<Shift> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('from' as const, 'to' as const, 'asOf' as const, 'latest' as const, 'latest' as const),
      fc.nat(5),
    ),
    distance,
  )
  .map(([of, by]) => ({ of, ...by }));

type Distance = Pick<Shift, 'months' | 'days'>;

/** From the child's days so far, at distances of which a rule speaks, or a day off. */
const fromOwnDays = (distances: readonly Distance[]): fc.Arbitrary<Shift> =>
  fc
    .tuple(
      fc.oneof(fc.constant('latest' as const), fc.nat(6)),
      fc.constantFrom(...distances),
      fc.constantFrom(-1, 0, 0, 1),
    )
    .map(([of, { months, days }, off]) => ({ of, months, days: days + off }));

/** A return on the day, or about the anniversary. */
export const returnShift = fromOwnDays([
  { months: 0, days: 0 },
  { months: 12, days: 0 },
]);

/** A report so many days before a removal, into an episode, or after another report. */
export const reportShift = fromOwnDays([
  ...[-60, -60, 0, 7, 15, 15, 365, 365].map((days) => ({ months: 0, days })),
  { months: -12, days: 0 },
  { months: -12, days: 0 },
]);

/** From an edge of the window or the as-of day itself, by whole years, months or not at all. */
export const edgeShift: fc.Arbitrary<Shift> = fc.record({
  of: fc.constantFrom('from' as const, 'to' as const, 'asOf' as const),
  months: fc.constantFrom(0, 0, 0, -3, -6, -12, -12, -24, -24),
  days: fc.constantFrom(0, 0, 0, 0, 1, -1, -7, -8, 14, 2),
});

/** The days of one child, in the order in which they were found. */
export interface OwnDays {
  readonly at: (shift: Shift) => Day;
  readonly keep: (day: Day) => Day;
  readonly keepIncident: (day: Day) => Day;
  readonly lastIncidentOn: () => Day | null;
}

export const ownDaysOf = (window: { from: Day; to: Day }, asOf: Day): OwnDays => {
  const kept: Day[] = [];
  const incidents: Day[] = [];
  const keepIn = (days: Day[]) => (day: Day) => {
    days.push(day);
    return day;
  };
  const start = (of: Shift['of']): Day => {
    if (of === 'from' || of === 'to') return window[of];
    if (of === 'asOf') return asOf;
    return (of === 'latest' ? kept.at(-1) : kept[of % Math.max(kept.length, 1)]) ?? window.from;
  };
  return {
    at: ({ of, months, days }) => plusDays(plusMonths(start(of), months), days),
    keep: keepIn(kept),
    keepIncident: keepIn(incidents),
    lastIncidentOn: () => incidents.at(-1) ?? null,
  };
};
