import { data, redirect } from 'react-router';
import { signedIn } from '../page.ts';
import type { Route } from './+types/new-decision';
import { writerFor } from './decision-writer.ts';
import { fieldsOf } from './form-fields.ts';
import { FullForm } from './full-form.tsx';
import { QuickForm } from './quick-form.tsx';
import { saveDecision } from './save-decision.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Record a decision · Midcourse' }];

/** A key of its own for each form that is opened: sent twice, it makes one decision. */
const emptyForm = (kind: string) => {
  const fields = fieldsOf(new FormData());
  return { ...fields, kind, formKey: crypto.randomUUID(), lookAgainIn: '6' };
};

export const loader = signedIn(async (visit) => {
  const { searchParams } = visit.url;
  return {
    writer: await writerFor(visit),
    fields: emptyForm(searchParams.get('form') === 'full' ? 'full' : 'quick'),
    at: searchParams.get('at'),
  };
});

export const action = signedIn(async (visit) => {
  const sent = await visit.request.formData();
  const writer = await writerFor(visit);
  const saved = await saveDecision(visit, writer, fieldsOf(sent), sent.get('act') === 'decide', null);
  if ('id' in saved) return redirect(`/decisions/${saved.id}`);
  const { refusal } = saved;
  const formKey = refusal.sentBefore === null ? refusal.fields.formKey : crypto.randomUUID();
  return data({ ...refusal, fields: { ...refusal.fields, formKey } }, { status: 422 });
});

export default function NewDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { writer } = loaderData;
  const refusal = actionData ?? null;
  const fields = refusal?.fields ?? loaderData.fields;
  const isQuick = fields.kind !== 'full';
  const at = loaderData.at === null ? '' : `&at=${encodeURIComponent(loaderData.at)}`;
  const form = { writer, fields, refusal };
  return (
    <div className={isQuick ? 'page page-form' : 'page page-text'}>
      <p className="crumbs">
        <a href="/decisions">Decisions</a> · {writer.placeName}
      </p>
      <h1>{isQuick ? 'Record a decision' : 'Write a policy decision'}</h1>
      <p className="meta">
        {isQuick ? (
          <>
            Five questions, about a minute. <a href={`/decisions/new?form=full${at}`}>The full form</a> has
            room for figures, voices and trade-offs.
          </>
        ) : (
          <>
            Only the sentence is needed for a draft. In a hurry:{' '}
            <a href={`/decisions/new?form=quick${at}`}>the form of one minute</a>.
          </>
        )}
      </p>
      {writer.places.length < 2 ? null : (
        <p className="small">
          Written for {writer.placeName}. Elsewhere:{' '}
          {writer.places
            .filter(({ value }) => value !== writer.place)
            .map(({ value, label }) => (
              <a
                key={value}
                href={`/decisions/new?form=${isQuick ? 'quick' : 'full'}&at=${encodeURIComponent(value)}`}
              >
                {label}{' '}
              </a>
            ))}
        </p>
      )}
      {isQuick ? <QuickForm {...form} /> : <FullForm {...form} />}
    </div>
  );
}
