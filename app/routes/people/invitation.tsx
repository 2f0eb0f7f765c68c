import { redirect } from 'react-router';
import { renewInvitation, revokeInvitation } from '../../commons/identity/invitations/writes.ts';
import { invitationMessage } from '../../commons/identity/mail-texts.ts';
import { getInvitation } from '../../commons/identity/people/reads.ts';
import { identityPolicy } from '../../commons/identity/policy.ts';
import { getSettings } from '../../commons/identity/settings/reads.ts';
import { assignmentText } from '../../commons/permissions/actor.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { dayText } from '../../ui/format/days.ts';
import { signedIn, type Visit } from '../page.ts';
import { fieldsOf } from '../session/answered.ts';
import type { Route } from './+types/invitation';
import { type MadeAddress, OneTimeAddress } from './one-time-address.tsx';
import { actOf } from './role-form.ts';
import { originOf, sendIfAllowed } from './send-if-allowed.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Invitation · Midcourse' }];

const asked = ({ params, services, actor }: Visit) => {
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  return getInvitation(services.database, scope, params.id ?? '');
};

export const loader = signedIn(async (visit) => {
  const { email, assignments, expiresAt, isExpired } = await asked(visit);
  const what = assignments.map(assignmentText);
  return { email, what, until: dayText(expiresAt.toISOString()), isExpired };
});

export const action = signedIn(async (visit): Promise<MadeAddress | Response> => {
  const { services, actor, url } = visit;
  const { id, email } = await asked(visit);
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  if (actOf(await fieldsOf(visit.request)) === 'revoke') {
    await revokeInvitation(services.database, scope, id);
    return redirect('/people');
  }
  const { secret } = await renewInvitation(services.database, scope, id);
  const address = `${originOf(services, url)}/join/${secret}`;
  const message = invitationMessage({ to: email, address, agency: actor.agency });
  const wasSent = await sendIfAllowed(services, await getSettings(services.database, scope), message);
  return { address, opensFor: 'seven days', wasSent };
});

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { email, what, until, isExpired } = loaderData;
  return (
    <div className="page page-form">
      <p className="crumbs">
        <a href="/people">People</a> · invitation
      </p>
      <h1>{email}</h1>
      <p className="meta">
        {isExpired ? `The invitation opened until ${until}.` : `Invited, until ${until}.`} {what.join('; ')}.
      </p>
      {actionData ? <OneTimeAddress made={actionData} what="The new address" /> : null}
      <form method="post">
        <p>Did the address get lost, or too old? A new one takes its place.</p>
        <SubmitButton name="act" value="renew">
          Make a new address
        </SubmitButton>
        <SubmitButton isQuiet name="act" value="revoke">
          Take the invitation back
        </SubmitButton>
      </form>
    </div>
  );
}
