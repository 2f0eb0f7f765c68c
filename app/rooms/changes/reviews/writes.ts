/** Puts reviews on record. Each change, its links and its audit entry happen together or not at all. */
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../../../commons/audit/writes.ts';
import { thing } from '../../../commons/links/thing.ts';
import { link, unlink } from '../../../commons/links/writes.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { type ReviewForm, type ReviewItem, readReview } from './forms.ts';
import { reviewItems, reviews } from './tables.ts';

type RecordScope = Scope<'reviews.record'>;
type LookedAt = NonNullable<ReviewItem['lookedAt']>;

const checked = (form: ReviewForm): ReviewForm => {
  const read = readReview(form);
  if (read.isComplete) return read.review;
  throw new Invalid(`This review is not complete. ${read.problems.join(' ')}`);
};

const minutesOf = ({ items }: ReviewForm): number => items.reduce((sum, { minutes }) => sum + minutes, 0);

const addItems = async (
  tx: Transaction,
  scope: RecordScope,
  reviewId: string,
  items: readonly ReviewItem[],
): Promise<void> => {
  for (const [at, { about, minutes, lookedAt }] of items.entries()) {
    const looked = { lookedAtKind: lookedAt?.kind ?? null, lookedAtId: lookedAt?.id ?? null };
    await tx.insert(reviewItems).values({ reviewId, position: at + 1, about, minutes, ...looked });
    if (lookedAt) await link(tx, scope, thing('review', reviewId), thing(lookedAt.kind, lookedAt.id));
  }
};

/** Gives the id of the new record. */
export const recordReview = (
  database: Database,
  scope: RecordScope,
  place: Place,
  form: ReviewForm,
): Promise<string> =>
  transactIn(database, scope, async (tx) => {
    const { items, ...review } = checked(form);
    const [made] = await tx
      .insert(reviews)
      .values({ ...review, place, madeBy: scope.actorId })
      .returning({ id: reviews.id });
    if (!made) throw new Error('A new review has no id.');
    await addItems(tx, scope, made.id, items);
    const details = { place, heldOn: review.heldOn, items: items.length, minutes: minutesOf(form) };
    await recordAudit(tx, scope, { event: 'review-recorded', subject: `review:${made.id}`, details });
    return made.id;
  });

const removeItems = async (
  tx: Transaction,
  scope: RecordScope,
  reviewId: string,
  kept: readonly ReviewItem[],
): Promise<void> => {
  const stays = ({ kind, id }: LookedAt): boolean =>
    kept.some(({ lookedAt }) => lookedAt?.kind === kind && lookedAt.id === id);
  const gone = await tx.delete(reviewItems).where(eq(reviewItems.reviewId, reviewId)).returning();
  for (const { lookedAtKind: kind, lookedAtId: id } of gone)
    if (kind !== null && id !== null && !stays({ kind, id }))
      await unlink(tx, scope, thing('review', reviewId), thing(kind, id));
};

/** What was planned has been held, or was written down wrongly. Throws `Conflict` when `seen` is not how it is now. */
export const changeReview = (
  database: Database,
  scope: RecordScope,
  id: string,
  { form, seen }: { readonly form: ReviewForm; readonly seen: number },
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const { items, ...review } = checked(form);
    const { rowCount } = await tx
      .update(reviews)
      .set({ ...review, revision: seen + 1 })
      .where(and(eq(reviews.id, id), eq(reviews.revision, seen)));
    if (rowCount === 0) throw new Conflict('Somebody else changed this review while you were writing.');
    await removeItems(tx, scope, id, items);
    await addItems(tx, scope, id, items);
    const details = { heldOn: review.heldOn, items: items.length, minutes: minutesOf(form) };
    await recordAudit(tx, scope, { event: 'review-changed', subject: `review:${id}`, details });
  });
