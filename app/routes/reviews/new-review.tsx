import { data, redirect } from 'react-router';
import { parsePlace, placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { recordReview, reviewsPolicy } from '../../rooms/changes/public.ts';
import { signedIn } from '../page.ts';
import { placeAsked } from '../place-asked.ts';
import { groupChoices } from '../values/group-choices.ts';
import type { Route } from './+types/new-review';
import { lookedAtGroups } from './looked-at.ts';
import { emptyReview, readFields, reviewFields } from './review-fields.ts';
import { ReviewForm } from './review-form.tsx';
import { reviewPlace } from './reviews-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Put a review on record · Midcourse' }];

export const loader = signedIn(async (visit) => {
  const record = reviewsPolicy['reviews.record'];
  const place = reviewPlace(visit.actor, placeAsked(visit, record));
  scopeFor(visit.actor, record, place);
  return {
    place,
    placeName: placeText(place),
    fields: emptyReview(todayOn()),
    groups: groupChoices,
    lookedAt: await lookedAtGroups(visit, place),
  };
});

export const action = signedIn(async (visit) => {
  const form = await visit.request.formData();
  const place = parsePlace(String(form.get('place') ?? ''));
  const scope = scopeFor(visit.actor, reviewsPolicy['reviews.record'], place);
  const fields = reviewFields(form);
  if (form.get('act') === 'more') return data({ fields, problems: [] as readonly string[] });
  const read = readFields(fields, await lookedAtGroups(visit, place));
  if (!read.isComplete) return data({ fields, problems: read.problems }, { status: 422 });
  return redirect(`/reviews/${await recordReview(visit.services.database, scope, place, read.review)}`);
});

export default function NewReview({ loaderData, actionData }: Route.ComponentProps) {
  const { place, placeName, groups, lookedAt } = loaderData;
  return (
    <div className="page page-narrow page-write">
      <h1>Put a review on record</h1>
      <p className="lead">
        For {placeName}. What people turned to, and for how long, so that it can be held against what you say
        comes first.
      </p>
      <ReviewForm
        fields={actionData?.fields ?? loaderData.fields}
        problems={actionData?.problems ?? []}
        groups={groups}
        lookedAt={lookedAt}
        hidden={{ place }}
      />
    </div>
  );
}
