import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Route } from './+types/set-up';
import { fieldsOf, onTo, refusedForm } from './answered.ts';
import { ClosedDoor } from './closed-door.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Set up Midcourse' }];

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const opens = await context.get(servicesContext).identity.setUp.opens(params.secret ?? '');
  return data({ opens }, { status: opens ? 200 : 404 });
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const fields = await fieldsOf(request);
  const { setUp } = context.get(servicesContext).identity;
  const result = await setUp.finish(params.secret ?? '', fields, request.headers);
  return result.ok ? onTo('/', result.cookies) : refusedForm(result, fields);
};

export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  if (!loaderData.opens)
    return (
      <ClosedDoor heading="This set-up address opens nothing">
        If nobody has an account yet, start <code>midcourse serve</code> again: it prints a new address.
        Otherwise <a href="/sign-in">sign in</a>.
      </ClosedDoor>
    );
  const { sent, fields, problem } = actionData ?? {};
  return (
    <div className="page page-form">
      <h1>Welcome to Midcourse</h1>
      <p>
        Nobody has an account here yet. Name your agency and make the first account: yours, as administrator.
        You can invite everybody else afterwards. This page works once.
      </p>
      <Refusal problem={problem} />
      <form method="post">
        <TextField
          name="agency"
          label="Name of your agency"
          hint="As people should read it at the top of each page"
          type="text"
          autoComplete="organization"
          initial={sent?.agency ?? ''}
          problem={fields?.agency}
        />
        <TextField
          name="name"
          label="Your name"
          type="text"
          autoComplete="name"
          initial={sent?.name ?? ''}
          problem={fields?.name}
        />
        <TextField
          name="email"
          label="Your e-mail address"
          hint="You sign in with it. Nothing is sent to it."
          type="email"
          autoComplete="username"
          initial={sent?.email ?? ''}
          problem={fields?.email}
        />
        <TextField
          name="password"
          label="Choose a password"
          hint="At least 12 characters: three or four words that do not belong together are good."
          type="password"
          autoComplete="new-password"
          problem={fields?.password}
        />
        <SubmitButton>Make the account</SubmitButton>
      </form>
    </div>
  );
}
