import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { assignmentText } from '../../commons/permissions/actor.ts';
import { servicesContext } from '../../request-context.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Route } from './+types/join';
import { fieldsOf, onTo, refusedForm } from './answered.ts';
import { ClosedDoor } from './closed-door.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Join Midcourse' }];

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const found = await context.get(servicesContext).identity.join.find(params.secret ?? '');
  if (!found) return data({ invitation: null }, { status: 404 });
  const { agency, email, assignments } = found;
  return data({ invitation: { agency, email, what: assignments.map(assignmentText) } });
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const fields = await fieldsOf(request);
  const { join } = context.get(servicesContext).identity;
  const result = await join.finish(params.secret ?? '', fields, request.headers);
  return result.ok ? onTo('/', result.cookies) : refusedForm(result, fields);
};

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { invitation } = loaderData;
  if (invitation === null)
    return (
      <ClosedDoor heading="This invitation opens nothing">
        If you have an account already, <a href="/sign-in">sign in</a>. Otherwise ask an administrator of your
        agency for a new address.
      </ClosedDoor>
    );
  const { sent, fields, problem } = actionData ?? {};
  return (
    <div className="page page-form">
      <h1>{invitation.agency} invites you</h1>
      <p>
        Midcourse shows whether what the agency does makes a difference for children and families. It looks at
        the system and never ranks or scores anyone.
      </p>
      <p>
        You come as: <b>{invitation.what.join('; ')}</b>. You will sign in with <b>{invitation.email}</b>.
      </p>
      <Refusal problem={problem} />
      <form method="post">
        <TextField
          name="name"
          label="Your name"
          type="text"
          autoComplete="name"
          initial={sent?.name ?? ''}
          problem={fields?.name}
        />
        <input type="hidden" name="email" autoComplete="username" value={invitation.email} />
        <TextField
          name="password"
          label="Choose a password"
          hint="At least 12 characters: three or four words that do not belong together are good."
          type="password"
          autoComplete="new-password"
          problem={fields?.password}
        />
        <SubmitButton>Make my account</SubmitButton>
      </form>
    </div>
  );
}
