import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { safeNext } from '../page.ts';
import type { Route } from './+types/sign-in-code';
import { fieldsOf, onTo, refusedForm } from './answered.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Enter your code · Midcourse' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get('next'));
  if (await context.get(servicesContext).identity.actorOf(request.headers)) throw redirect(next);
  return { next, isBackup: searchParams.has('backup') };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const fields = await fieldsOf(request);
  const result = await context.get(servicesContext).identity.enterCode(fields, request.headers);
  if (!result.ok) return refusedForm(result, fields);
  return onTo(safeNext(new URL(request.url).searchParams.get('next')), result.cookies);
};

const codeField = {
  name: 'code',
  label: 'Code',
  hint: 'The six figures that your authenticator app shows for Midcourse now',
  isNumber: true,
  autoComplete: 'one-time-code',
} as const;

const backupField = {
  name: 'backupCode',
  label: 'Backup code',
  hint: 'One of those you printed or wrote down, such as k7m2p-9xq4t. Each works once.',
  autoComplete: 'off',
} as const;

const lost = 'If you have neither phone nor backup code, ask an administrator to reset your second factor.';

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { isBackup, next } = loaderData;
  const other = `/sign-in/code?next=${encodeURIComponent(next)}${isBackup ? '' : '&backup'}`;
  return (
    <div className="page page-form">
      <h1>{isBackup ? 'Enter a backup code' : 'Enter your code'}</h1>
      <p>Your password is right. One more step, because your account has a second factor.</p>
      <Refusal problem={actionData?.problem} />
      <form method="post">
        <TextField {...(isBackup ? backupField : codeField)} type="text" />
        <SubmitButton>Sign in</SubmitButton>
      </form>
      <p className="below-form">
        <a href={other}>{isBackup ? 'Enter a code from your app instead' : 'Use a backup code instead'}</a>
        <br />
        <a href="/sign-in">Begin again with your password</a>
      </p>
      <p className="meta">{lost}</p>
    </div>
  );
}
