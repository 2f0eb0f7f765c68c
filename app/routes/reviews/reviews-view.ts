/** The reviews of a place: what comes next, and what was held, newest first. */
import type { Actor } from '../../commons/permissions/actor.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { type Place, placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { listReviews, type Review, reviewsPolicy } from '../../rooms/changes/public.ts';
import { dayText } from '../../ui/format/days.ts';
import type { Visit } from '../page.ts';
import { placeAsked } from '../place-asked.ts';
import { groupsInShort, groupsText } from '../values/group-choices.ts';
import { ownerPlace, placeChoices } from '../values/values-scope.ts';

const { 'reviews.read': read, 'reviews.record': record } = reviewsPolicy;

/** A unit's review is its county's where the person may write there, else the unit's own. */
export const reviewPlace = ({ assignments }: Actor, asked: Place): Place =>
  isAllowed(assignments, record, ownerPlace(asked)) ? ownerPlace(asked) : asked;

const minutesOf = ({ items }: Review): number => items.reduce((sum, { minutes }) => sum + minutes, 0);

const lineOf = (review: Review) => ({
  id: review.id,
  title: review.title,
  on: dayText(review.heldOn),
  with: groupsText(review.atTheTable),
  about:
    review.items.length === 0
      ? 'nothing written down yet'
      : `${minutesOf(review)} minutes: ${review.items.map((item) => `${item.about} ${item.minutes}`).join(', ')}`,
});

export type ReviewLine = ReturnType<typeof lineOf>;

export interface NextReview {
  readonly id: string;
  readonly on: string;
  readonly with: string;
}

/** The next planned one of a place; null where none is. */
export const nextReview = async ({ services, actor }: Visit, place: Place): Promise<NextReview | null> => {
  const scope = scopeFor(actor, read);
  const planned = await listReviews(services.database, scope, { place, from: todayOn() });
  const next = planned.filter(({ items }) => items.length === 0).at(-1);
  if (next === undefined) return null;
  return { id: next.id, on: dayText(next.heldOn), with: groupsInShort(next.atTheTable) };
};

export const reviewsView = async (visit: Visit) => {
  const { services, actor } = visit;
  const place = placeAsked(visit, read);
  const today = todayOn();
  const seen = await listReviews(services.database, scopeFor(actor, read));
  const places = [place, ownerPlace(place)];
  const here = seen.filter((review) => places.includes(review.place));
  const isToCome = ({ heldOn, items }: Review): boolean => heldOn >= today && items.length === 0;
  return {
    place,
    placeName: placeText(place),
    mayRecord: isAllowed(actor.assignments, record, reviewPlace(actor, place)),
    planned: here.filter(isToCome).reverse().map(lineOf),
    held: here.filter((review) => !isToCome(review)).map(lineOf),
    places: placeChoices([place, 'state', ...seen.map((review) => review.place)]),
  };
};
