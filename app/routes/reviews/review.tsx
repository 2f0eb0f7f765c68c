import { data, redirect } from 'react-router';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { Conflict } from '../../platform/errors.ts';
import { changeReview, getReview, reviewsPolicy } from '../../rooms/changes/public.ts';
import { dayText } from '../../ui/format/days.ts';
import { atPlace } from '../at-place.ts';
import { signedIn, type Visit } from '../page.ts';
import { groupChoices, groupsText } from '../values/group-choices.ts';
import type { Route } from './+types/review';
import { labelOf, lookedAtGroups, lookedAtKey } from './looked-at.ts';
import { fieldsOfReview, readFields, reviewFields } from './review-fields.ts';
import { ReviewForm } from './review-form.tsx';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.title ?? 'Review'} · Midcourse` },
];

const reviewOf = ({ services, actor, params }: Visit) =>
  getReview(services.database, scopeFor(actor, reviewsPolicy['reviews.read']), params.id ?? '');

export const loader = signedIn(async (visit) => {
  const review = await reviewOf(visit);
  const lookedAt = await lookedAtGroups(visit, review.place);
  return {
    ...{ title: review.title, place: review.place, revision: review.revision, lookedAt },
    placeName: placeText(review.place),
    on: dayText(review.heldOn),
    isPlanned: review.heldOn > todayOn(),
    with: groupsText(review.atTheTable),
    items: review.items.map(({ about, minutes, lookedAt: at }) => ({
      ...{ about, minutes },
      looked: labelOf(lookedAt, lookedAtKey(at)) ?? '',
    })),
    mayChange: isAllowed(visit.actor.assignments, reviewsPolicy['reviews.record'], review.place),
    fields: fieldsOfReview(review),
    groups: groupChoices,
  };
});

/** Who was late is told so, with what they wrote still in the form. */
export const action = signedIn(async (visit) => {
  const review = await reviewOf(visit);
  const scope = scopeFor(visit.actor, reviewsPolicy['reviews.record'], review.place);
  const form = await visit.request.formData();
  const fields = reviewFields(form);
  const seen = Number(form.get('seen'));
  if (form.get('act') === 'more') return data({ fields, seen, problems: [] as readonly string[] });
  const read = readFields(fields, await lookedAtGroups(visit, review.place));
  if (!read.isComplete) return data({ fields, seen, problems: read.problems }, { status: 422 });
  try {
    await changeReview(visit.services.database, scope, review.id, { form: read.review, seen });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const told = `${error.message} Theirs stands above; yours is in the form, and not saved. Take over what is missing, then save again.`;
    return data({ fields, seen: review.revision, problems: [told] }, { status: 409 });
  }
  return redirect(`/reviews/${review.id}`);
});

type Items = Route.ComponentProps['loaderData']['items'];

const ItemTable = ({ items }: { items: Items }) => (
  <table className="table table-stacks">
    <caption>What was looked at</caption>
    <thead>
      <tr>
        <th scope="col">Item</th>
        <th scope="col">Looked at</th>
        <th scope="col" className="number">
          Minutes
        </th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <tr key={`${item.about} ${item.looked} ${item.minutes}`}>
          <th scope="row">{item.about}</th>
          <td data-label="Looked at">{item.looked === '' ? 'something else' : item.looked}</td>
          <td data-label="Minutes" className="number">
            {item.minutes}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const view = loaderData;
  const isWriting = actionData !== undefined || (view.items.length === 0 && !view.isPlanned);
  return (
    <div className="page page-narrow page-write">
      <p className="crumbs">
        <a href={atPlace('/reviews', view.place)}>Reviews</a>
      </p>
      <h1>{view.title}</h1>
      <p className="meta">
        {view.isPlanned ? 'Planned for' : 'Held on'} {view.on} · {view.placeName}
        {view.with === '' ? '' : ` · at the table: ${view.with}`}
      </p>
      {view.items.length === 0 ? (
        <p className="lead">
          {view.isPlanned ? 'What was looked at is added once it was held.' : 'Nothing is written down yet.'}
        </p>
      ) : (
        <ItemTable items={view.items} />
      )}
      {view.mayChange ? (
        <details open={isWriting} className="fold">
          <summary>Change what is on record</summary>
          <ReviewForm
            fields={actionData?.fields ?? view.fields}
            problems={actionData?.problems ?? []}
            groups={view.groups}
            lookedAt={view.lookedAt}
            hidden={{ seen: String(actionData?.seen ?? view.revision) }}
          />
        </details>
      ) : null}
    </div>
  );
}
