import { redirect } from 'react-router';
import { parsePlace, placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { exampleValues, listValues, takeExamples, valuesPolicy } from '../../rooms/values/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { atPlace } from '../at-place.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/examples';
import { measureTitle } from './measure-names.ts';
import { valuesPlace } from './values-scope.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Values to begin with · Midcourse' }];

const { 'values.change': change, 'values.read': read } = valuesPolicy;

export const loader = signedIn(async (visit) => {
  const place = valuesPlace(visit);
  const { services, actor } = visit;
  scopeFor(actor, change, place);
  const scope = scopeFor(actor, read);
  const there = new Set(
    (await listValues(services.database, scope, { place, state: 'any' })).map(({ statement }) => statement),
  );
  return {
    place,
    placeName: placeText(place),
    examples: exampleValues.map(({ id, words, measures }) => ({
      id,
      statement: words.statement,
      why: words.why,
      measures: measures.map(measureTitle).join('; '),
      isThere: there.has(words.statement),
    })),
  };
});

export const action = signedIn(async ({ request, services, actor }) => {
  const form = await request.formData();
  const place = parsePlace(String(form.get('place') ?? ''));
  const ids = form.getAll('example').map(String);
  const scopes = { change: scopeFor(actor, change, place), read: scopeFor(actor, read) };
  await takeExamples(services.database, scopes, { place, ids, isInUse: form.get('act') === 'use' });
  return redirect(atPlace('/values', place));
});

type Example = Route.ComponentProps['loaderData']['examples'][number];

const Choice = ({ example }: { example: Example }) => (
  <li className="example-value">
    <input
      type="checkbox"
      name="example"
      value={example.id}
      id={`example-${example.id}`}
      disabled={example.isThere}
      aria-describedby={`about-${example.id}`}
    />
    <div>
      <label htmlFor={`example-${example.id}`}>{example.statement}</label>
      <p id={`about-${example.id}`} className="soft">
        {example.why} {example.isThere ? <b>You have it already.</b> : `Would show in: ${example.measures}.`}
      </p>
    </div>
  </li>
);

export default function Examples({ loaderData }: Route.ComponentProps) {
  const { place, placeName, examples } = loaderData;
  return (
    <div className="page page-narrow">
      <h1>Values to begin with</h1>
      <p className="lead">
        Wishes that agencies have made in one way or another. Take those that are yours for {placeName}, and
        say them in your own words when you have talked about them: every version is kept.
      </p>
      <form method="post">
        <input type="hidden" name="place" value={place} />
        <ul className="example-values">
          {examples.map((example) => (
            <Choice key={example.id} example={example} />
          ))}
        </ul>
        <p className="button-row">
          <SubmitButton name="act" value="use">
            Use the chosen ones now
          </SubmitButton>{' '}
          <SubmitButton isQuiet name="act" value="draft">
            Keep them as drafts
          </SubmitButton>
        </p>
      </form>
      <p>
        <a href={atPlace('/values/new', place)}>Or write your own</a>
      </p>
    </div>
  );
}
