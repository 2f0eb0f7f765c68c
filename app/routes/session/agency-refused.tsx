import { data, type LoaderFunctionArgs } from 'react-router';
import type { AgencyRefusal } from '../../commons/identity/agency-account/agency-account.ts';
import type { Route } from './+types/agency-refused';

export const meta: Route.MetaFunction = () => [{ title: 'Not signed in · Midcourse' }];

interface Explained {
  readonly happened: string;
  readonly todo: string;
}

const nobodyGaveARole: Explained = {
  happened: 'Your agency account is right, but it has no role in Midcourse, so nothing opens.',
  todo: 'An administrator of Midcourse in your agency can give you one: by inviting you, or by a rule for agency accounts.',
};

const explained: Readonly<Record<AgencyRefusal, Explained>> = {
  no_rule: nobodyGaveARole,
  other_domain: {
    happened: 'Your account has an e-mail address that does not belong to this agency.',
    todo: 'Sign in with the account of the agency, or ask an administrator to invite you.',
  },
  email_not_verified: {
    happened: 'Your agency has not confirmed the e-mail address of your account yet.',
    todo: 'Confirm it where your account is kept, then sign in again.',
  },
  has_password: {
    happened:
      'There is an account with a password for your e-mail address, and your agency does not confirm the address.',
    todo: 'Sign in with the password.',
  },
  suspended: {
    happened: 'Your account here is suspended.',
    todo: 'An administrator of your agency can open it again.',
  },
  not_set_up: {
    happened: 'Nobody has set Midcourse up yet.',
    todo: 'Whoever started it finds an address in the terminal, at which the first account is made.',
  },
  too_many: {
    happened: 'There were too many attempts from this place.',
    todo: 'Wait a minute and sign in again.',
  },
  not_completed: {
    happened:
      'Signing in with your agency account was not completed: it was broken off, took too long, or the agency’s sign-in did not answer.',
    todo: 'Try again. If it stays like this, tell whoever runs Midcourse here.',
  },
};

const isRefusal = (text: string | null): text is AgencyRefusal =>
  text !== null && Object.hasOwn(explained, text);

export const loader = ({ request }: LoaderFunctionArgs) => {
  const error = new URL(request.url).searchParams.get('error');
  return data(explained[isRefusal(error) ? error : 'not_completed'], { status: 403 });
};

export default function AgencyRefused({ loaderData }: Route.ComponentProps) {
  return (
    <div className="page state">
      <h1>You are not signed in</h1>
      <dl>
        <dt>What happened</dt>
        <dd>{loaderData.happened}</dd>
        <dt>What you can do</dt>
        <dd>
          {loaderData.todo} <a href="/sign-in">Sign in</a>
        </dd>
      </dl>
    </div>
  );
}
