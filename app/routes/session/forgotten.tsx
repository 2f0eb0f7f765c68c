import { type ActionFunctionArgs, data } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Route } from './+types/forgotten';
import { fieldsOf, type RefusedForm, refusedForm } from './answered.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Forgotten your password? · Midcourse' }];

interface Asked {
  readonly ok: true;
}

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { identity, config } = context.get(servicesContext);
  const fields = await fieldsOf(request);
  const origin = config.publicUrl ?? new URL(request.url).origin;
  const answer = await identity.newPassword.ask(fields, request.headers, origin);
  return answer.ok ? data<Asked | RefusedForm>({ ok: true }) : refusedForm(answer, fields);
};

const Done = () => (
  <>
    <h1>Your administrators know now</h1>
    <Notice role="status">
      <p>
        If there is an account with this address, an administrator of your agency sees that you asked, and can
        give you an address at which you choose a new password. Where your agency sends such addresses by
        e-mail, it is on its way; it opens once, for a day.
      </p>
    </Notice>
    <p>
      <a href="/sign-in">Back to sign in</a>
    </p>
  </>
);

export default function Forgotten({ actionData }: Route.ComponentProps) {
  if (actionData?.ok)
    return (
      <div className="page page-form">
        <Done />
      </div>
    );
  return (
    <div className="page page-form">
      <h1>Forgotten your password?</h1>
      <p>Say which account it is. We answer the same for every address, so that nobody learns who is here.</p>
      <Refusal problem={actionData?.problem} />
      <form method="post">
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          initial={actionData?.sent.email ?? ''}
          problem={actionData?.fields?.email}
        />
        <SubmitButton>Ask for a new password</SubmitButton>
      </form>
      <p className="below-form">
        <a href="/sign-in">Back to sign in</a>
      </p>
    </div>
  );
}
