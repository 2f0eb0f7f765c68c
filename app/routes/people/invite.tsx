import { data } from 'react-router';
import { checkedForm } from '../../commons/identity/checked-form.ts';
import { inviteForm } from '../../commons/identity/invitations/forms.ts';
import { invite } from '../../commons/identity/invitations/writes.ts';
import { invitationMessage } from '../../commons/identity/mail-texts.ts';
import { identityPolicy } from '../../commons/identity/policy.ts';
import { getSettings } from '../../commons/identity/settings/reads.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Conflict } from '../../platform/errors.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { signedIn, type Visit } from '../page.ts';
import { fieldsOf } from '../session/answered.ts';
import type { Route } from './+types/invite';
import { type MadeAddress, OneTimeAddress } from './one-time-address.tsx';
import { actOf, assignmentsOf, placeNames, roleChoices, rowsOf } from './role-form.ts';
import { AddRole, emptyRow, RoleRows } from './role-rows.tsx';
import { originOf, sendIfAllowed } from './send-if-allowed.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Invite somebody · Midcourse' }];

export const loader = signedIn(async (visit) => {
  scopeFor(visit.actor, identityPolicy['accounts.manage']);
  const mayBeSent = visit.services.mail !== undefined;
  return { roles: roleChoices, places: await placeNames(visit), mayBeSent };
});

const invited = async (visit: Visit, sent: Fields): Promise<Made | NotMade> => {
  const { services, actor, url } = visit;
  const form = checkedForm(inviteForm, sent);
  if (!form.ok) return form;
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  const held = await assignmentsOf(visit, sent);
  if (!held.ok) return held;
  const { email } = form.form;
  try {
    const { secret } = await invite(services.database, scope, { email, assignments: held.assignments });
    const address = `${originOf(services, url)}/join/${secret}`;
    const message = invitationMessage({ to: email, address, agency: actor.agency });
    const settings = await getSettings(services.database, scope);
    const wasSent = await sendIfAllowed(services, settings, message);
    return { ok: true, email, made: { address, opensFor: 'seven days', wasSent } };
  } catch (error) {
    if (error instanceof Conflict) return { ok: false, problem: error.message };
    throw error;
  }
};

type Fields = Readonly<Record<string, unknown>>;
interface Made {
  readonly ok: true;
  readonly email: string;
  readonly made: MadeAddress;
}
interface NotMade {
  readonly ok: false;
  readonly problem?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export const action = signedIn(async (visit) => {
  const sent = await fieldsOf(visit.request);
  const kept = { email: typeof sent.email === 'string' ? sent.email : '', rows: rowsOf(sent) };
  if (actOf(sent) === 'more') {
    scopeFor(visit.actor, identityPolicy['accounts.manage']);
    return data<Answer>({ ...kept, result: { ok: false } });
  }
  const result = await invited(visit, sent);
  return data<Answer>({ ...kept, result }, { status: result.ok ? 200 : 400 });
});

interface Answer {
  readonly email: string;
  readonly rows: ReturnType<typeof rowsOf>;
  readonly result: Made | NotMade;
}

const Done = ({ email, made }: Made) => (
  <div className="page page-form">
    <h1>{email} is invited</h1>
    <OneTimeAddress made={made} what="The invitation" />
    <p>
      <a href="/people/invite">Invite somebody else</a> · <a href="/people">People</a>
    </p>
  </div>
);

export default function Invite({ loaderData, actionData }: Route.ComponentProps) {
  const result = actionData?.result;
  if (result?.ok) return <Done {...result} />;
  return (
    <div className="page page-form">
      <p className="crumbs">
        <a href="/people">People</a> · invite
      </p>
      <h1>Invite somebody</h1>
      <p>They choose their own name and password, at an address that works once.</p>
      <Refusal problem={result?.problem} />
      <form method="post">
        <TextField
          name="email"
          label="E-mail address"
          hint="They sign in with it."
          type="email"
          autoComplete="off"
          initial={actionData?.email ?? ''}
          problem={result?.fields?.email}
        />
        <RoleRows
          rows={actionData?.rows ?? [emptyRow]}
          roles={loaderData.roles}
          places={loaderData.places}
          problems={result?.fields}
        />
        <SubmitButton name="act" value="invite">
          Invite
        </SubmitButton>
        <AddRole />
      </form>
    </div>
  );
}
