import { expect, test } from 'vitest';
import { hiddenOverlap, type Overlap } from './hidden-overlap.ts';

const share = (events: number, of: number) => ({ kind: 'share', events, of }) as const;

/** 40 of 90 alone, `combined` and `others` of two or more races or Hispanic. */
const place = (combined: number, others: number, areGroupsShown = true): Overlap => ({
  any: share(40 + combined, 90 + 2 * combined),
  alone: share(40, 90),
  mixed: [share(combined + others, 2 * combined + 2 * others), share(0, 0)],
  areGroupsShown,
});

const named = (places: readonly Overlap[]) =>
  Object.fromEntries(places.map((one, index) => [`${index}`, one]));

test('shown where those in combination, and the others they are counted with, are many or none', () => {
  const { isTotalHidden, hidden } = hiddenOverlap(place(60, 200), named([place(20, 70), place(40, 130)]));
  expect({ isTotalHidden, hidden: [...hidden] }).toEqual({ isTotalHidden: false, hidden: [] });
});

test('a place with few in combination takes another with it', () => {
  const places = named([place(4, 70), place(20, 70), place(50, 130)]);
  const { isTotalHidden, hidden } = hiddenOverlap(place(74, 270), places);
  expect({ isTotalHidden, hidden: [...hidden] }).toEqual({ isTotalHidden: false, hidden: ['0', '1'] });
});

test('places with few in combination, even together, take another with them', () => {
  const places = named([place(0, 700, false), place(4, 700), place(20, 70), place(50, 130)]);
  expect([...hiddenOverlap(place(74, 1600), places).hidden].sort()).toEqual(['0', '1', '2']);
});

test('hidden where the breakdown hides one of the groups it overlaps', () => {
  const places = named([place(20, 70, false), place(20, 70), place(50, 130)]);
  expect([...hiddenOverlap(place(90, 270), places).hidden]).toEqual(['0', '1']);
});

test('hidden everywhere where the whole has few in combination, or one place has nearly all', () => {
  expect(hiddenOverlap(place(4, 200), named([place(4, 100), place(0, 100)])).isTotalHidden).toBe(true);
  expect(hiddenOverlap(place(60, 204), named([place(4, 2), place(56, 202)])).isTotalHidden).toBe(true);
});
