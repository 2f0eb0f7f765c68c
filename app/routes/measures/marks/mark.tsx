import { data, redirect } from 'react-router';
import { isAllowed } from '../../../commons/permissions/permission.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { getMark, marksPolicy } from '../../../rooms/measures/public.ts';
import { SubmitButton } from '../../../ui/button.tsx';
import { LongTextField } from '../../../ui/long-text-field.tsx';
import { signedIn, type Visit } from '../../page.ts';
import type { Route } from './+types/mark';
import { markChoices } from './mark-choices.ts';
import { fieldsFrom, fieldsOf } from './mark-fields.ts';
import { MarkForm, MarkRefusalNotice } from './mark-form.tsx';
import { markView, versionView } from './mark-view.ts';
import { kindWords, MarkWords } from './mark-words.tsx';
import { type MarkRefusal, saveMark, takeOffCharts } from './save-mark.ts';

export const meta: Route.MetaFunction = () => [{ title: 'On a chart · Midcourse' }];

const read = ({ services, actor, params }: Visit) =>
  getMark(services.database, scopeFor(actor, marksPolicy['marks.read']), params.id ?? '');

export const loader = signedIn(async (visit) => {
  const { mark, versions } = await read(visit);
  return {
    mark: markView(mark),
    versions: versions.map(versionView),
    fields: fieldsFrom(mark),
    choices: markChoices(visit.actor),
    mayChange:
      !mark.isWithdrawn && isAllowed(visit.actor.assignments, marksPolicy['marks.change'], mark.place),
  };
});

export const action = signedIn(async (visit) => {
  const sent = await visit.request.formData();
  const { mark } = await read(visit);
  const withdraws = sent.get('act') === 'withdraw';
  const fields = withdraws ? { ...fieldsFrom(mark), ...reasonOf(sent) } : fieldsOf(sent);
  const saved = await (withdraws ? takeOffCharts : saveMark)(visit, fields, mark);
  if ('refusal' in saved) return data({ withdraws, refusal: saved.refusal }, { status: 422 });
  return redirect(`/measures/marks#mark-${saved.id}`);
});

const reasonOf = (sent: FormData) => {
  const { version, isAboutNobody, withdrawal } = fieldsOf(sent);
  return { version, isAboutNobody, why: withdrawal };
};

const Withdraw = ({ version, refusal }: { version: number; refusal: MarkRefusal | null }) => (
  <details className="fold" open={refusal !== null}>
    <summary>It should not stand there</summary>
    <form method="post" className="decision-form">
      <MarkRefusalNotice refusal={refusal} />
      <input type="hidden" name="version" value={version} />
      <LongTextField
        name="withdrawal"
        label="Why is it withdrawn?"
        hint="It leaves every chart, and stays on record with this sentence."
        initial={refusal?.fields.why ?? ''}
        problem={refusal?.problems.why}
        rows={2}
        isRequired
      />
      <p className="form-actions">
        <SubmitButton isQuiet name="act" value="withdraw">
          Withdraw it
        </SubmitButton>
      </p>
    </form>
  </details>
);

const Record = ({ versions }: Pick<Route.ComponentProps['loaderData'], 'versions'>) => (
  <section className="section" aria-labelledby="record">
    <h2 id="record">What it said before</h2>
    {versions.length === 1 ? <p className="soft">It was never changed.</p> : null}
    {versions.slice(0, -1).map((said) => (
      <div key={said.version} className="mark">
        <h3>
          Version {said.version}: {said.on}
          {said.label === '' ? '' : `, ${said.label}`}
        </h3>
        <p className="soft small">
          {said.said}
          {said.changeWhy === '' ? '' : `: ${said.changeWhy}`}
        </p>
        <MarkWords said={said} />
      </div>
    ))}
  </section>
);

export default function MarkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { mark, versions, choices, mayChange } = loaderData;
  const refusal = actionData?.refusal ?? null;
  const ofWithdrawal = actionData?.withdraws ? refusal : null;
  const ofCorrection = actionData?.withdraws ? null : refusal;
  return (
    <div className="page page-text">
      <p className="crumbs">
        <a href="/measures">Measures</a> · <a href="/measures/marks">on the charts</a>
      </p>
      <h1>{mark.kind === 'policy' ? mark.label : `A note on ${mark.on}`}</h1>
      <p className="meta">
        {mark.kind === 'policy' ? `${kindWords.policy} from ${mark.on}, ` : ''}
        {mark.place} · {mark.said}
      </p>
      <MarkWords said={mark} />
      {mark.isWithdrawn ? (
        <p>
          <b>Withdrawn.</b> {mark.changeWhy}
        </p>
      ) : null}
      {mayChange ? (
        <section className="section no-print" aria-labelledby="changes">
          <h2 id="changes">What you can do</h2>
          <details className="fold" open={ofCorrection !== null}>
            <summary>It says something wrong</summary>
            <MarkForm
              fields={ofCorrection?.fields ?? loaderData.fields}
              refusal={ofCorrection}
              choices={choices}
              isCorrection
            />
          </details>
          <Withdraw version={mark.version} refusal={ofWithdrawal} />
        </section>
      ) : null}
      <Record versions={versions} />
    </div>
  );
}
