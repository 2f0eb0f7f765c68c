/** What stands beside the values of a board: the largest difference between saying and doing, and the next review. */
import type { Place } from '../../commons/permissions/place.ts';
import type { Visit } from '../page.ts';
import { nextReview } from '../reviews/reviews-view.ts';
import { largestDifference, readSayAndDo } from '../values/say-and-do-view.ts';

export const boardBeside = async (visit: Visit, place: Place) => {
  const said = await readSayAndDo(visit, place);
  return {
    difference: largestDifference(said),
    next: await nextReview(visit, place),
  };
};

export type BoardBeside = Awaited<ReturnType<typeof boardBeside>>;
