import { data } from 'react-router';
import { getPerson } from '../../commons/identity/people/reads.ts';
import { rowOf } from '../../commons/identity/people/role-rows.ts';
import { identityPolicy } from '../../commons/identity/policy.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Conflict } from '../../platform/errors.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { dayText } from '../../ui/format/days.ts';
import { Notice } from '../../ui/notice.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { signedIn } from '../page.ts';
import { fieldsOf } from '../session/answered.ts';
import type { Route } from './+types/person';
import { OneTimeAddress } from './one-time-address.tsx';
import { type ActAnswer, personAct } from './person-acts.ts';
import { actOf, placeNames, roleChoices, rowsOf } from './role-form.ts';
import { AddRole, RoleRows } from './role-rows.tsx';
import { SignInActs } from './sign-in-acts.tsx';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.person.name ?? 'Person'} · Midcourse` },
];

export const loader = signedIn(async (visit) => {
  const { params, services, actor } = visit;
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  const { lastSignedInOn, newPasswordAskedAt, ...person } = await getPerson(
    services.database,
    scope,
    params.id ?? '',
  );
  return {
    person,
    lastOn: lastSignedInOn === null ? null : dayText(lastSignedInOn),
    askedOn: newPasswordAskedAt === null ? null : dayText(newPasswordAskedAt.toISOString()),
    rows: person.assignments.map(rowOf),
    roles: roleChoices,
    places: await placeNames(visit),
  };
});

interface Answer extends ActAnswer {
  readonly rows?: ReturnType<typeof rowsOf>;
}

export const action = signedIn(async (visit) => {
  const id = visit.params.id ?? '';
  scopeFor(visit.actor, identityPolicy['accounts.manage']);
  const sent = await fieldsOf(visit.request);
  const rows = rowsOf(sent);
  if (actOf(sent) === 'more') return data<Answer>({ rows });
  try {
    const answer = await personAct(visit, id, sent);
    return data<Answer>(answer.fields ? { ...answer, rows } : answer, { status: answer.problem ? 400 : 200 });
  } catch (error) {
    if (error instanceof Conflict) return data<Answer>({ problem: error.message }, { status: 409 });
    throw error;
  }
});

const Roles = ({
  loaderData,
  answer,
}: {
  loaderData: Route.ComponentProps['loaderData'];
  answer: Answer;
}) => (
  <section className="section" aria-labelledby="roles">
    <h2 id="roles">What they are here</h2>
    {loaderData.person.hasPassword ? (
      <form method="post">
        <RoleRows
          rows={answer.rows ?? loaderData.rows}
          roles={loaderData.roles}
          places={loaderData.places}
          problems={answer.fields}
        />
        <SubmitButton name="act" value="roles">
          Save the roles
        </SubmitButton>
        <AddRole />
      </form>
    ) : (
      <p>
        They sign in with their agency account: their roles follow from its rules each time they sign in, and
        are not changed here.
      </p>
    )}
  </section>
);

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { person, lastOn, askedOn } = loaderData;
  const answer: Answer = actionData ?? {};
  return (
    <div className="page page-form">
      <p className="crumbs">
        <a href="/people">People</a> · {person.name}
      </p>
      <h1>{person.name}</h1>
      <p className="meta">
        {person.email} · {person.isSuspended ? 'suspended' : 'active'} ·{' '}
        {lastOn === null ? 'has not signed in yet' : `last signed in on ${lastOn}`}
      </p>
      <Refusal problem={answer.problem} />
      {answer.done ? (
        <Notice role="status">
          <p>{answer.done}</p>
        </Notice>
      ) : null}
      {answer.made ? <OneTimeAddress made={answer.made} what="The address" /> : null}
      <Roles loaderData={loaderData} answer={answer} />
      <SignInActs person={person} askedOn={askedOn} />
    </div>
  );
}
