import { data, redirect } from 'react-router';
import { todayOn } from '../../platform/clock.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Decision, getDecision } from '../../rooms/values/public.ts';
import { signedIn, type Visit } from '../page.ts';
import type { Route } from './+types/edit-decision';
import { writerFor } from './decision-writer.ts';
import { readDecisionsAs } from './decisions-scope.ts';
import { fieldsFrom, fieldsOf } from './form-fields.ts';
import { FullForm } from './full-form.tsx';
import { saveDecision } from './save-decision.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Change a draft · Midcourse' }];

const read = async ({ services, actor, params }: Visit): Promise<Decision> => {
  const scope = readDecisionsAs(actor);
  const { decision } = await getDecision(services.database, scope, params.id ?? '', todayOn());
  return decision;
};

const draftFields = (decision: Decision) =>
  fieldsFrom(decision, {
    revision: decision.revision,
    place: decision.place,
    consulted: decision.consulted.map(({ measure }) => measure),
  });

export const loader = signedIn(async (visit) => {
  const decision = await read(visit);
  const writer = await writerFor(visit, decision.place);
  if (decision.state !== 'draft')
    throw new Conflict('This has been decided, so it stays as it is. Correct it with a new version instead.');
  return { id: decision.id, writer, fields: draftFields(decision) };
});

/** After a change by somebody else the form comes back with the new revision: saving again is then meant. */
export const action = signedIn(async (visit) => {
  const sent = await visit.request.formData();
  const before = await read(visit);
  const writer = await writerFor(visit, before.place);
  const saved = await saveDecision(visit, writer, fieldsOf(sent), sent.get('act') === 'decide', before);
  if ('id' in saved) return redirect(`/decisions/${saved.id}`);
  const { refusal } = saved;
  if (refusal.conflict === null) return data(refusal, { status: 422 });
  const again = before.state === 'draft' ? ' Saving it now takes the place of the other change.' : '';
  const fields = { ...refusal.fields, revision: String(before.revision) };
  return data({ ...refusal, fields, conflict: `${refusal.conflict}${again}` }, { status: 409 });
});

export default function EditDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { id, writer } = loaderData;
  const refusal = actionData ?? null;
  return (
    <div className="page page-text">
      <p className="crumbs">
        <a href="/decisions">Decisions</a> · <a href={`/decisions/${id}`}>the card</a> · {writer.placeName}
      </p>
      <h1>Change a draft</h1>
      <p className="meta">Only the sentence is needed. What is here is locked once it is decided.</p>
      <FullForm writer={writer} fields={refusal?.fields ?? loaderData.fields} refusal={refusal} />
    </div>
  );
}
