import { data, redirect } from 'react-router';
import { parsePlace, placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { addValue, notesOn, readValueWords, valuesPolicy } from '../../rooms/values/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { signedIn } from '../page.ts';
import type { Route } from './+types/new-value';
import { groupChoices } from './group-choices.ts';
import { emptyFields, valueFields } from './value-fields.ts';
import { ValueFields, type ValueFormState } from './value-form.tsx';
import { valuesPlace } from './values-scope.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Write down a value · Midcourse' }];

const change = valuesPolicy['values.change'];

export const loader = signedIn(async (visit) => {
  const place = valuesPlace(visit);
  scopeFor(visit.actor, change, place);
  return { place, placeName: placeText(place), groups: groupChoices };
});

/** Looked over as often as somebody likes; kept as a draft once nothing is missing. */
export const action = signedIn(async ({ request, services, actor }) => {
  const form = await request.formData();
  const place = parsePlace(String(form.get('place') ?? ''));
  const scope = scopeFor(actor, change, place);
  const words = valueFields(form);
  const read = readValueWords(words);
  if (form.get('act') === 'look' || !read.isComplete) {
    const state: ValueFormState = {
      words,
      problems: read.isComplete ? {} : read.problems,
      notes: notesOn(words),
    };
    return data(
      { ...state, isLook: form.get('act') === 'look' },
      { status: form.get('act') === 'look' ? 200 : 422 },
    );
  }
  return redirect(`/values/${await addValue(services.database, scope, place, read.words)}`);
});

const Looked = ({ state }: { state: ValueFormState }) => {
  const missing = Object.keys(state.problems).length;
  if (missing > 0)
    return (
      <Refusal problem="Something is still missing; it is said beside the question. What you wrote is all here." />
    );
  return (
    <Notice role="status">
      <p>
        {state.notes.length === 0
          ? 'It reads well: a wish, for somebody, in plain words.'
          : 'A few thoughts stand beneath the questions. Follow those that help; you can keep it as it is.'}
      </p>
    </Notice>
  );
};

export default function NewValue({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? { words: emptyFields, problems: {}, notes: [] };
  return (
    <div className="page page-narrow page-write">
      <h1>Write down a value</h1>
      <p className="lead">
        For {loaderData.placeName}. It stays a draft, seen here alone, until somebody makes it current.
      </p>
      {actionData ? <Looked state={state} /> : null}
      <form method="post">
        <input type="hidden" name="place" value={loaderData.place} />
        <ValueFields {...state} groups={loaderData.groups} />
        <div className="form-acts">
          <SubmitButton name="act" value="keep">
            Keep it as a draft
          </SubmitButton>
          <SubmitButton isQuiet name="act" value="look">
            Look over my words
          </SubmitButton>
        </div>
      </form>
    </div>
  );
}
