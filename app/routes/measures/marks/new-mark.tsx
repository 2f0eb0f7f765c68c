import { data, redirect } from 'react-router';
import { kindOf, nameOf, type Place, parsePlace } from '../../../commons/permissions/place.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { catalog, type MeasureId, marksPolicy } from '../../../rooms/measures/public.ts';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/new-mark';
import { markChoices, usualPlace } from './mark-choices.ts';
import { emptyFields, fieldsOf, firstMeasure } from './mark-fields.ts';
import { MarkForm } from './mark-form.tsx';
import { saveMark } from './save-mark.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Write on a chart · Midcourse' }];

export const loader = signedIn(async ({ actor, url }) => {
  scopeFor(actor, marksPolicy['marks.change']);
  const asked = url.searchParams;
  const place = usualPlace(actor, asked.get('county') ?? undefined) ?? 'state';
  return {
    fields: emptyFields(asked.get('kind') ?? '', asked.get('measure') ?? '', place),
    choices: markChoices(actor),
  };
});

/** The chart it was written on, of the county it was written for. */
const chartOf = (measure: MeasureId, place: Place): string => {
  const where = kindOf(place) === 'county' ? `?where=${encodeURIComponent(`county:${nameOf(place)}`)}` : '';
  return `/measures/${catalog[measure].slug}${where}#what-happened`;
};

export const action = signedIn(async (visit) => {
  const fields = fieldsOf(await visit.request.formData());
  const saved = await saveMark(visit, fields, null);
  if ('refusal' in saved) return data(saved.refusal, { status: 422 });
  const measure = saved.form.kind === 'note' ? firstMeasure(saved.form) : undefined;
  return redirect(
    measure === undefined ? `/measures/marks#mark-${saved.id}` : chartOf(measure, parsePlace(fields.place)),
  );
});

export default function NewMark({ loaderData, actionData }: Route.ComponentProps) {
  const refusal = actionData ?? null;
  const fields = refusal?.fields ?? loaderData.fields;
  const isPolicy = fields.kind === 'policy';
  return (
    <div className="page page-form">
      <p className="crumbs">
        <a href="/measures">Measures</a> · <a href="/measures/marks">on the charts</a>
      </p>
      <h1>{isPolicy ? 'A change of policy' : 'A note on a chart'}</h1>
      <p>
        {isPolicy ? (
          <>
            From a day on, something counts by another rule. Charts mark the day and say why.{' '}
            <a href="/measures/marks/new?kind=note">Only something that happened?</a>
          </>
        ) : (
          <>
            Something that happened, and that a reader of the chart should know.{' '}
            <a href="/measures/marks/new?kind=policy">A change of a rule?</a>
          </>
        )}
      </p>
      <MarkForm fields={fields} refusal={refusal} choices={loaderData.choices} isCorrection={false} />
    </div>
  );
}
