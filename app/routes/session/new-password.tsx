import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Route } from './+types/new-password';
import { fieldsOf, refusedForm } from './answered.ts';
import { ClosedDoor } from './closed-door.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Choose a new password · Midcourse' }];

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const opens = await context.get(servicesContext).identity.newPassword.opens(params.secret ?? '');
  return data({ opens }, { status: opens ? 200 : 404 });
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const fields = await fieldsOf(request);
  const { newPassword } = context.get(servicesContext).identity;
  const answer = await newPassword.finish(params.secret ?? '', fields, request.headers);
  return answer.ok ? redirect('/sign-in?password=new') : refusedForm(answer, fields);
};

export default function NewPassword({ loaderData, actionData }: Route.ComponentProps) {
  if (!loaderData.opens)
    return (
      <ClosedDoor heading="This address opens nothing">
        <a href="/forgotten">Ask for a new one</a>, or <a href="/sign-in">sign in</a> if you have a password.
      </ClosedDoor>
    );
  return (
    <div className="page page-form">
      <h1>Choose a new password</h1>
      <p>You will be signed out wherever you are signed in now. This page works once.</p>
      <Refusal problem={actionData?.problem} />
      <form method="post">
        <TextField
          name="password"
          label="New password"
          hint="At least 12 characters: three or four words that do not belong together are good."
          type="password"
          autoComplete="new-password"
          problem={actionData?.fields?.password}
        />
        <SubmitButton>Use this password</SubmitButton>
      </form>
    </div>
  );
}
