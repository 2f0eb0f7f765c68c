import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { safeNext } from '../page.ts';
import type { Route } from './+types/sign-in';

export const meta: Route.MetaFunction = () => [{ title: 'Sign in · Midcourse' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { identity, isDemo } = context.get(servicesContext);
  const next = safeNext(new URL(request.url).searchParams.get('next'));
  if (await identity.actorOf(request.headers)) throw redirect(next);
  return { isDemo };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { identity } = context.get(servicesContext);
  const fields = Object.fromEntries(await request.formData());
  const result = await identity.signIn(fields, request.headers);
  if (!result.ok) {
    const email = typeof fields.email === 'string' ? fields.email : '';
    return data({ problem: result.problem, email }, { status: result.status });
  }
  const headers = new Headers(result.cookies.map((cookie): [string, string] => ['set-cookie', cookie]));
  return redirect(safeNext(new URL(request.url).searchParams.get('next')), { headers });
};

const DemoHint = () => (
  <Notice>
    <p>
      This is the demo of an invented state. Its two accounts, <b>analyst@juniper.example</b> and{' '}
      <b>administrator@juniper.example</b>, have passwords of this installation: they stand in the terminal in
      which the demo was started.
    </p>
  </Notice>
);

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="page page-form">
      <h1>Sign in</h1>
      {actionData ? (
        <Notice isConcern role="alert">
          <p>{actionData.problem}</p>
        </Notice>
      ) : null}
      <form method="post">
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          initial={actionData?.email ?? ''}
        />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <SubmitButton>Sign in</SubmitButton>
      </form>
      {loaderData.isDemo ? <DemoHint /> : null}
    </div>
  );
}
