import { identityPolicy } from '../../commons/identity/policy.ts';
import { getSettings } from '../../commons/identity/settings/reads.ts';
import { allowMail, requireSecondFactor } from '../../commons/identity/settings/writes.ts';
import { isRole } from '../../commons/permissions/role.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { signedIn } from '../page.ts';
import type { Route } from './+types/rules';
import { roleChoices } from './role-form.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Rules for signing in · Midcourse' }];

export const loader = signedIn(async ({ services, actor }) => {
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  const { secondFactorRoles, mailHost } = await getSettings(services.database, scope);
  const server = services.mail?.host ?? null;
  return {
    roles: roleChoices.map((role) => ({
      ...role,
      isAsked: secondFactorRoles.some((one) => one === role.value),
    })),
    mail: { server, isAllowed: server !== null && server === mailHost },
  };
});

export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  const form = await request.formData();
  const { database, mail } = services;
  switch (form.get('act')) {
    case 'second-factor':
      await requireSecondFactor(database, scope, form.getAll('role').map(String).filter(isRole));
      return { done: 'Saved. Whoever it concerns is led there at the next page they open.' };
    case 'allow-mail':
      if (!mail)
        throw new Invalid('No mail server is configured.', 'Set MIDCOURSE_SMTP_URL and start again.');
      await allowMail(database, scope, mail.host);
      return {
        done: `Invitations and addresses for new passwords are sent through ${mail.host} from now on.`,
      };
    case 'stop-mail':
      await allowMail(database, scope, null);
      return { done: 'Nothing is sent any more.' };
    default:
      throw new Invalid('Nothing was chosen to be done.');
  }
});

const SecondFactorRoles = ({ roles }: Pick<Route.ComponentProps['loaderData'], 'roles'>) => (
  <section className="section" aria-labelledby="second-factor">
    <h2 id="second-factor">Who needs a second factor</h2>
    <form method="post">
      <p>
        Whoever holds one of these roles enters a code from an authenticator app besides the password, and
        opens nothing before it is turned on. Who signs in with an agency account has the second factor asked
        for there.
      </p>
      {roles.map(({ value, label, isAsked }) => (
        <label className="choice" key={value}>
          <input type="checkbox" name="role" value={value} defaultChecked={isAsked} />
          {label}
        </label>
      ))}
      <SubmitButton name="act" value="second-factor">
        Save
      </SubmitButton>
    </form>
  </section>
);

const Mail = ({ mail }: Pick<Route.ComponentProps['loaderData'], 'mail'>) => (
  <section className="section" aria-labelledby="mail">
    <h2 id="mail">E-mail</h2>
    {mail.server === null ? (
      <p>
        Nothing is sent: no mail server is configured on this machine. Hand addresses over yourself, or ask
        whoever runs Midcourse to set <code>MIDCOURSE_SMTP_URL</code>.
      </p>
    ) : (
      <form method="post">
        <p>
          {mail.isAllowed
            ? `Invitations and addresses for new passwords leave this machine through ${mail.server}. Nothing else does.`
            : `Nothing is sent. You may allow invitations and addresses for new passwords to leave this machine through ${mail.server}; they hold an e-mail address, the name of your agency and nothing about children.`}
        </p>
        <SubmitButton isQuiet={mail.isAllowed} name="act" value={mail.isAllowed ? 'stop-mail' : 'allow-mail'}>
          {mail.isAllowed ? 'Send nothing any more' : `Allow mail through ${mail.server}`}
        </SubmitButton>
      </form>
    )}
  </section>
);

export default function Rules({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="page page-form">
      <p className="crumbs">
        <a href="/people">People</a> · rules
      </p>
      <h1>Rules for signing in</h1>
      {actionData ? (
        <Notice role="status">
          <p>{actionData.done}</p>
        </Notice>
      ) : null}
      <SecondFactorRoles roles={loaderData.roles} />
      <Mail mail={loaderData.mail} />
    </div>
  );
}
