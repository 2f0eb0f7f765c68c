/** The door of the room. */
export { type ReadReview, type ReviewForm, type ReviewItem, readReview } from './reviews/forms.ts';
export { reviewsPolicy } from './reviews/policy.ts';
export { getReview, listReviews, type Review, type ReviewFilter } from './reviews/reads.ts';
export { changeReview, recordReview } from './reviews/writes.ts';
