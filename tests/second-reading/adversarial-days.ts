/** Days that crowd the edges: anchors that matter, moved by the distances that matter. */
import fc from 'fast-check';
import type { Day } from '../../app/platform/clock.ts';
import { plusDays, plusMonths } from './days.ts';

/** First and last days of windows, leap days, month ends, and what an as-of day may cut. */
const anchors: readonly Day[] = [
  ...['2022-10-01', '2023-09-30', '2022-09-30', '2023-10-01', '2021-10-01', '2020-10-01', '2024-09-30'],
  ...['2023-02-01', '2023-02-28', '2023-01-01', '2023-03-31', '2023-07-01', '2023-01-31', '2022-12-31'],
  ...['2024-02-29', '2020-02-29', '2025-02-27', '2025-02-28', '2024-02-28', '2024-03-01', '2023-06-15'],
];

const distances = [
  ...[0, 0, 0, 0, 1, -1, 2, 6, 7, 8, 9, 13, 14, 15, 16, 29, 30, 31, 32, 59, 60, 61, 62, 100],
  ...[364, 365, 366, -7, -8, -14, -15, -30, -31, -60, -61, -365, -366, 200, -200],
];

const months = [0, 0, 0, 0, 0, 1, 3, 4, 11, 12, 12, 23, 24, -1, -12, -12, -23, -24];

/** How far from one of a child's own days another one lies. */
export interface Shift {
  readonly of: number;
  readonly months: number;
  readonly days: number;
}

export const shift: fc.Arbitrary<Shift> = fc.record({
  of: fc.nat(2),
  months: fc.constantFrom(...months),
  days: fc.constantFrom(...distances),
});

/** Three days around which a child's whole history is crowded. */
export const ownDays: fc.Arbitrary<readonly Day[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...anchors), fc.constantFrom(...months), fc.constantFrom(...distances))
    .map(([anchor, byMonths, byDays]) => plusDays(plusMonths(anchor, byMonths), byDays)),
  { minLength: 3, maxLength: 3 },
);

export const dayFrom = (days: readonly Day[], { of, months: byMonths, days: byDays }: Shift): Day =>
  plusDays(plusMonths(days[of] ?? '2023-01-01', byMonths), byDays);

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
  ...['2023-11-29', '2024-02-28', '2024-02-29', '2024-03-31', '2024-09-29', '2024-09-30', '2025-03-06'],
  ...['2025-03-31', '2026-02-26', '2026-02-27', '2026-06-30'],
];
