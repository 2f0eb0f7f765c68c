import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { safeNext } from '../page.ts';
import { actorAsking } from '../who-asks.ts';
import type { Route } from './+types/sign-in';
import { fieldsOf, onTo, refusedForm } from './answered.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Sign in · Midcourse' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { identity, isDemo } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  if (await actorAsking({ request, context })) throw redirect(safeNext(asked.get('next')));
  return {
    isDemo,
    isEmpty: await identity.setUp.isEmpty(),
    agencyPath: identity.agencyAccount && `/sign-in/agency${new URL(request.url).search}`,
    hasNewPassword: asked.get('password') === 'new',
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const fields = await fieldsOf(request);
  const result = await context.get(servicesContext).identity.signIn(fields, request.headers);
  if (!result.ok) return refusedForm(result, fields);
  const next = safeNext(new URL(request.url).searchParams.get('next'));
  if (!result.needsCode) return onTo(next, result.cookies);
  return onTo(`/sign-in/code?next=${encodeURIComponent(next)}`, result.cookies);
};

const DemoHint = () => (
  <Notice>
    <p>
      This is the demo of an invented state. It has an account for each role, such as{' '}
      <b>analyst@juniper.example</b> and <b>administrator@juniper.example</b>. Their passwords belong to this
      installation: they stand in the terminal in which the demo was started.
    </p>
  </Notice>
);

const NobodyYet = () => (
  <Notice>
    <p>
      Nobody has an account here yet. Whoever started Midcourse finds an address in the terminal, at which the
      first account is made.
    </p>
  </Notice>
);

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="page page-form">
      <h1>Sign in</h1>
      {loaderData.isEmpty ? <NobodyYet /> : null}
      {loaderData.hasNewPassword ? (
        <Notice role="status">
          <p>Your new password holds. Sign in with it.</p>
        </Notice>
      ) : null}
      <Refusal problem={actionData?.problem} />
      <form method="post">
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          initial={actionData?.sent.email ?? ''}
        />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <SubmitButton>Sign in</SubmitButton>
      </form>
      <p className="below-form">
        <a href="/forgotten">Forgotten your password?</a>
      </p>
      {loaderData.agencyPath === undefined ? null : (
        <section className="section" aria-labelledby="agency-account">
          <h2 id="agency-account">Without a password of ours</h2>
          <a className="usa-button usa-button--outline" href={loaderData.agencyPath}>
            Sign in with your agency account
          </a>
        </section>
      )}
      {loaderData.isDemo ? <DemoHint /> : null}
    </div>
  );
}
