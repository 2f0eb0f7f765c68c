import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { listLinks } from '../../../commons/links/reads.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Role } from '../../../commons/permissions/role.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { ReviewForm } from './forms.ts';
import { reviewsPolicy } from './policy.ts';
import { getReview, listReviews } from './reads.ts';
import { reviewItems, reviews } from './tables.ts';
import { changeReview, recordReview } from './writes.ts';

const recordAt = (role: Role, place: Place = 'state') =>
  scopeFor(actorAs(role, place), reviewsPolicy['reviews.record']);
const readAs = (role: Role, place: Place = 'state') =>
  scopeFor(actorAs(role, place), reviewsPolicy['reviews.read']);
const analyst = recordAt('analyst');
const alder = recordAt('supervisor', 'county:Alder');

const monthly: ReviewForm = {
  heldOn: '2026-10-12',
  title: 'Monthly review',
  atTheTable: ['supervisors', 'courts'],
  items: [
    { about: 'Visits', minutes: 40, lookedAt: { kind: 'measure', id: 'C1' } },
    { about: 'What we wish for', minutes: 20, lookedAt: { kind: 'value', id: 'safe' } },
    { about: 'Parking', minutes: 10, lookedAt: null },
  ],
};

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const lookedAt = async (id: string): Promise<string[]> =>
  transactIn(database, analyst, async (tx) => [
    ...(await listLinks(tx, 'review', 'measure', { from: id })).map(({ to }) => to.id),
    ...(await listLinks(tx, 'review', 'value', { from: id })).map(({ to }) => to.id),
  ]);

test('a review is on record with its minutes, and what it looked at leads back to it', async () => {
  const id = await recordReview(database, analyst, 'state', monthly);
  expect(await getReview(database, readAs('frontline'), id)).toEqual({
    ...monthly,
    id,
    place: 'state',
    revision: 1,
  });
  expect(await lookedAt(id)).toEqual(['C1', 'safe']);
  const { rows } = await database.owner.query(
    `select event, details from audit_entries where subject = $1 and event like 'review%'`,
    [`review:${id}`],
  );
  expect(rows).toEqual([
    { event: 'review-recorded', details: { place: 'state', heldOn: '2026-10-12', items: 3, minutes: 70 } },
  ]);
});

test('a planned review is filled in once it was held; who is late is told so', async () => {
  const planned = { ...monthly, heldOn: '2026-12-09', items: monthly.items.slice(0, 1) };
  const id = await recordReview(database, analyst, 'state', planned);
  const form = { ...planned, items: monthly.items.slice(1) };
  await changeReview(database, analyst, id, { form, seen: 1 });
  expect(await getReview(database, readAs('leader'), id)).toMatchObject({ items: form.items, revision: 2 });
  expect(await lookedAt(id)).toEqual(['safe']);
  await expect(changeReview(database, analyst, id, { form: planned, seen: 1 })).rejects.toThrow('Somebody');
  expect((await getReview(database, readAs('leader'), id)).items).toEqual(form.items);
});

test('newest first, of a place and a span', async () => {
  await recordReview(database, alder, 'county:Alder', { ...monthly, heldOn: '2026-11-02' });
  const days = async (filter: object) =>
    (await listReviews(database, readAs('leader', 'county:Alder'), filter)).map(({ heldOn }) => heldOn);
  expect(await days({})).toEqual(['2026-12-09', '2026-11-02', '2026-10-12']);
  expect(await days({ place: 'state', from: '2026-10-12', to: '2026-11-30' })).toEqual(['2026-10-12']);
});

test.each<[string, Partial<ReviewForm>, string]>([
  ['a day that is none', { heldOn: '2026-02-30' }, 'Say the day'],
  ['no name', { title: ' ' }, 'Give it a name'],
  ['an item of nothing', { items: [{ about: '', minutes: 5, lookedAt: null }] }, 'what each item was about'],
  ['half minutes', { items: [{ about: 'Visits', minutes: 2.5, lookedAt: null }] }, 'whole number'],
])('%s is refused in words', async (_, change, told) => {
  await expect(recordReview(database, analyst, 'state', { ...monthly, ...change })).rejects.toThrow(told);
});

test('the database shows a county’s reviews to the county and its units, the state’s to all staff', async () => {
  const seen = async (role: Role, place: Place): Promise<string[]> =>
    transactIn(database, readAs(role, place), async (tx) => {
      const rows = await tx.select().from(reviews);
      const items = await tx.select().from(reviewItems);
      expect(new Set(items.map(({ reviewId }) => reviewId)).size).toBe(rows.length);
      return [...new Set(rows.map((row) => row.place))].toSorted();
    });
  expect(await seen('frontline', 'unit:Alder/Alder 2')).toEqual(['county:Alder', 'state']);
  expect(await seen('leader', 'county:Birch')).toEqual(['state']);
  expect(await seen('administrator', 'state')).toEqual(['state']);
});

test('nobody writes for another place', async () => {
  await expect(recordReview(database, alder, 'county:Birch', monthly)).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) }),
  );
  const [stateReview] = await listReviews(database, readAs('leader'), { place: 'state' });
  const taken = changeReview(database, alder, stateReview?.id ?? '', { form: monthly, seen: 2 });
  await expect(taken).rejects.toThrow('Somebody');
});
