import { data } from 'react-router';
import { assignmentText } from '../../commons/permissions/actor.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { tokensPolicy } from '../../commons/tokens/policy.ts';
import { Invalid } from '../../platform/errors.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { instantText } from '../../ui/format/days.ts';
import { Notice } from '../../ui/notice.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type OwnVisit, ownAccount } from '../page.ts';
import { cookieHeaders, fieldsOf } from '../session/answered.ts';
import type { Route } from './+types/account';
import { deviceText } from './device-text.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Your account · Midcourse' }];

export const loader = ownAccount(async ({ services, person }) => {
  const sessions = await services.identity.ownAccount.sessions(person);
  return {
    ...{ name: person.name, email: person.email, hasPassword: person.hasPassword },
    hasSecondFactor: person.hasSecondFactor,
    what: person.assignments.map(assignmentText),
    mayMakeTokens: isAllowed(person.assignments, tokensPolicy['tokens.own']),
    sessions: sessions.map(({ id, isThis, beganAt, userAgent }) => ({
      ...{ id, isThis, device: deviceText(userAgent) },
      beganAt: instantText(beganAt.toISOString()),
    })),
  };
});

interface Answer {
  readonly done?: string;
  readonly problem?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const changePassword = async (visit: OwnVisit, fields: Record<string, unknown>) => {
  const { services, request, person } = visit;
  const answer = await services.identity.ownAccount.changePassword(person, fields, request.headers);
  if (!answer.ok) return data<Answer>(answer, { status: answer.status });
  visit.keep(answer.cookies);
  const done = 'Your password is changed, and you are signed out everywhere else.';
  return data<Answer>({ done }, { headers: cookieHeaders(answer.cookies) });
};

const signOutElsewhere = async ({ services, request, person }: OwnVisit) => {
  const answer = await services.identity.ownAccount.signOutElsewhere(person, request.headers);
  if (!answer.ok) return data<Answer>(answer, { status: answer.status });
  return data<Answer>({ done: 'You are signed in here and nowhere else.' });
};

export const action = ownAccount(async (visit) => {
  const fields = await fieldsOf(visit.request);
  if (fields.act === 'password') return changePassword(visit, fields);
  if (fields.act === 'elsewhere') return signOutElsewhere(visit);
  throw new Invalid('Nothing was chosen to be done.');
});

const Password = ({ fields }: { fields: Answer['fields'] }) => (
  <section className="section" aria-labelledby="password-heading">
    <h2 id="password-heading">Password</h2>
    <form method="post">
      <TextField
        name="currentPassword"
        label="Present password"
        type="password"
        autoComplete="current-password"
        problem={fields?.currentPassword}
      />
      <TextField
        name="newPassword"
        label="New password"
        hint="At least 12 characters: three or four words that do not belong together are good."
        type="password"
        autoComplete="new-password"
        problem={fields?.newPassword}
      />
      <SubmitButton name="act" value="password">
        Change the password
      </SubmitButton>
    </form>
  </section>
);

const Sessions = ({ sessions }: Pick<Route.ComponentProps['loaderData'], 'sessions'>) => (
  <section className="section" aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    <ul>
      {sessions.map(({ id, device, beganAt, isThis }) => (
        <li key={id}>
          {device}, since {beganAt}
          {isThis ? ' (here)' : ''}
        </li>
      ))}
    </ul>
    {sessions.length > 1 ? (
      <form method="post">
        <SubmitButton isQuiet name="act" value="elsewhere">
          Sign out elsewhere
        </SubmitButton>
      </form>
    ) : null}
  </section>
);

const SecondFactor = ({ isOn }: { isOn: boolean }) => (
  <section className="section" aria-labelledby="second-factor">
    <h2 id="second-factor">Second factor</h2>
    <p>
      {isOn ? 'On: a code besides the password. ' : 'Off: the password alone opens your account. '}
      <a href="/account/second-factor">{isOn ? 'Backup codes, or turn it off' : 'Turn it on'}</a>
    </p>
  </section>
);

const Programs = () => (
  <section className="section" aria-labelledby="programs">
    <h2 id="programs">Programs</h2>
    <p>
      A program can read what you may read, with a token of its own. <a href="/account/tokens">Tokens</a>
    </p>
  </section>
);

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const answer: Answer = actionData ?? {};
  const { name, email, what, hasPassword } = loaderData;
  return (
    <div className="page page-form">
      <h1>Your account</h1>
      <p className="meta">
        {name} · {email} · {what.length === 0 ? 'no role yet' : what.join('; ')}
      </p>
      <Refusal problem={answer.problem} />
      {answer.done ? (
        <Notice role="status">
          <p>{answer.done}</p>
        </Notice>
      ) : null}
      {hasPassword ? <SecondFactor isOn={loaderData.hasSecondFactor} /> : null}
      {hasPassword ? <Password fields={answer.fields} /> : null}
      <Sessions sessions={loaderData.sessions} />
      {loaderData.mayMakeTokens ? <Programs /> : null}
    </div>
  );
}
