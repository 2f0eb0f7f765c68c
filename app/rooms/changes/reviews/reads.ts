/** Reviews with what was looked at, newest first. */
import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { ReviewForm, ReviewItem } from './forms.ts';
import { reviewItems, reviews } from './tables.ts';

type ReadScope = Scope<'reviews.read'>;

export interface Review extends ReviewForm {
  readonly id: string;
  readonly place: Place;
  readonly revision: number;
}

export interface ReviewFilter {
  readonly place?: Place;
  /** Days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly id?: string;
}

const itemOf = (row: typeof reviewItems.$inferSelect): ReviewItem => ({
  about: row.about,
  minutes: row.minutes,
  lookedAt:
    row.lookedAtKind === null || row.lookedAtId === null
      ? null
      : { kind: row.lookedAtKind, id: row.lookedAtId },
});

const listIn = async (tx: Transaction, { place, from, to, id }: ReviewFilter): Promise<Review[]> => {
  const found = await tx
    .select()
    .from(reviews)
    .where(
      and(
        place === undefined ? undefined : eq(reviews.place, place),
        from === undefined ? undefined : gte(reviews.heldOn, from),
        to === undefined ? undefined : lte(reviews.heldOn, to),
        id === undefined ? undefined : eq(reviews.id, id),
      ),
    )
    .orderBy(desc(reviews.heldOn), desc(reviews.madeAt));
  const ids = found.map((review) => review.id);
  const items = await tx
    .select()
    .from(reviewItems)
    .where(inArray(reviewItems.reviewId, ids))
    .orderBy(asc(reviewItems.position));
  return found.map(({ madeAt: _, madeBy: __, ...review }) => ({
    ...review,
    place: review.place as Place,
    atTheTable: review.atTheTable as Review['atTheTable'],
    items: items.filter(({ reviewId }) => reviewId === review.id).map(itemOf),
  }));
};

export const listReviews = (
  database: Database,
  scope: ReadScope,
  filter: Omit<ReviewFilter, 'id'> = {},
): Promise<Review[]> => transactIn(database, scope, (tx) => listIn(tx, filter));

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Throws NotFound where there is none, or none the asker may know of. */
export const getReview = async (database: Database, scope: ReadScope, id: string): Promise<Review> => {
  const [found] = isId(id) ? await transactIn(database, scope, (tx) => listIn(tx, { id })) : [];
  if (!found) throw new NotFound('There is no review at this address.');
  return found;
};
