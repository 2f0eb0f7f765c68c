import { data, redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { Conflict } from '../../platform/errors.ts';
import { readRecordNumberPatterns } from '../../rooms/measures/public.ts';
import {
  decisionsPolicy,
  type FieldProblems,
  familySigns,
  lookAgain,
  problemsIn,
  type RevisitForm as RevisitSaid,
  revisitForm,
} from '../../rooms/values/public.ts';
import { StandingMark } from '../../ui/standing-mark.tsx';
import { signedIn, type Visit } from '../page.ts';
import { findVersionInUse } from '../version-in-use.ts';
import type { Route } from './+types/revisit';
import { maySeeMeasures, readCard, rightsOn } from './card-reading.ts';
import { cardView } from './card-view.ts';
import { type RevisitFields, RevisitForm } from './revisit-form.tsx';
import { readSince } from './revisit-reading.ts';
import { keptOf } from './since-decided.ts';
import { SinceSection } from './since-section.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Look at a decision again · Midcourse' }];

export const loader = signedIn(async (visit) => {
  const card = await readCard(visit);
  const { decision } = card;
  if (decision.state === 'draft')
    throw new Conflict('This is a draft. It is looked at again after it was decided.');
  const since = await readSince(visit, decision);
  return {
    id: decision.id,
    view: cardView(card, new Map(), maySeeMeasures(visit)),
    sinceState: since.state,
    since: since.state === 'read' ? since.view : null,
    mayLook: rightsOn(visit, decision).decide && decision.dueOn !== null,
  };
});

const text = (sent: FormData, name: string): string => {
  const value = sent.get(name);
  return typeof value === 'string' ? value : '';
};

const read = (fields: RevisitFields): { form: RevisitSaid | null; problems: FieldProblems } => {
  const parsed = revisitForm.safeParse({ ...fields, nextOn: fields.nextOn === '' ? null : fields.nextOn });
  if (!parsed.success) return { form: null, problems: problemsIn(parsed.error) };
  if (parsed.data.nextOn !== null && parsed.data.nextOn <= todayOn())
    return { form: null, problems: { nextOn: 'Choose a day after today.' } };
  return { form: parsed.data, problems: {} };
};

/** Signs that what was learned is about one family: refused or asked alike, for it is a line and easily said otherwise. */
const problemOfWords = async (visit: Visit, learned: string): Promise<FieldProblems> => {
  const version = await findVersionInUse(visit);
  const { refused, asked } = familySigns(
    [learned],
    version ? await readRecordNumberPatterns(version.files) : [],
  );
  const found = [...refused, ...asked];
  if (found.length === 0) return {};
  return { learned: `Is this about one family? Write the rule, not the family: “${found.join('”, “')}”.` };
};

export const action = signedIn(async (visit) => {
  const sent = await visit.request.formData();
  const fields = {
    outcome: text(sent, 'outcome'),
    learned: text(sent, 'learned'),
    nextOn: text(sent, 'nextOn'),
  };
  const { decision } = await readCard(visit);
  const { services, actor } = visit;
  const scope = scopeFor(actor, decisionsPolicy['decisions.decide'], decision.place);
  const { form, problems } = read(fields);
  const all = { ...problems, ...(form && (await problemOfWords(visit, form.learned))) };
  if (!form || Object.keys(all).length > 0) return data({ fields, problems: all }, { status: 422 });
  const since = await readSince(visit, decision);
  const seen = since.state === 'read' ? keptOf(since.since.seen, decision) : null;
  try {
    const next = await lookAgain(services.database, scope, {
      ...{ id: decision.id, form, seen, today: todayOn() },
    });
    return redirect(next === null ? `/decisions/${decision.id}` : `/decisions/${next}/edit`);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return data({ fields, problems: { form: error.message } as FieldProblems }, { status: 409 });
  }
});

const Locked = ({ view }: { view: Route.ComponentProps['loaderData']['view'] }) => (
  <section className="section" aria-labelledby="expected">
    <h2 id="expected">What we expected</h2>
    {view.expected === null ? (
      <p className="soft">No effect on a measure was written down.</p>
    ) : (
      <p className="lead">
        {view.expected.effect}
        {view.expected.size === null ? '' : `, ${view.expected.size}`}, by {view.expected.by}.{' '}
        {view.expected.sure}.
      </p>
    )}
    {view.wouldChangeOurMind === '' ? null : <p>What would change our mind: {view.wouldChangeOurMind}</p>}
    <p className="soft small">Locked since it was {view.line.when}.</p>
  </section>
);

export default function Revisit({ loaderData, actionData }: Route.ComponentProps) {
  const { id, view, since, sinceState, mayLook } = loaderData;
  const fields = actionData?.fields ?? { outcome: '', learned: '', nextOn: '' };
  return (
    <div className="page page-text">
      <p className="crumbs">
        <a href="/decisions">Decisions</a> · <a href={`/decisions/${id}`}>the card</a>
      </p>
      <h1>{view.line.statement}</h1>
      <p className="meta">
        <StandingMark shape={view.line.shape}>{view.line.standing}</StandingMark> · {view.line.when} ·{' '}
        {view.line.place}
        {view.line.dueOn === null ? '' : ` · look again on ${view.line.dueOn}`}
      </p>
      <Locked view={view} />
      <SinceSection since={since} state={sinceState} />
      {mayLook ? <RevisitForm fields={fields} problems={actionData?.problems ?? {}} /> : null}
    </div>
  );
}
