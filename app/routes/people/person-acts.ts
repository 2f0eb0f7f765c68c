/** What an administrator can do on a person's page, by the button that was pressed. */
import { newPasswordMessage } from '../../commons/identity/mail-texts.ts';
import { getPerson } from '../../commons/identity/people/reads.ts';
import {
  changeAssignments,
  endSessions,
  makeNewPasswordLink,
  reopenAccount,
  resetSecondFactor,
  suspendPerson,
} from '../../commons/identity/people/writes.ts';
import { identityPolicy } from '../../commons/identity/policy.ts';
import { getSettings } from '../../commons/identity/settings/reads.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Visit } from '../page.ts';
import type { MadeAddress } from './one-time-address.tsx';
import { actOf, assignmentsOf } from './role-form.ts';
import { originOf, sendIfAllowed } from './send-if-allowed.ts';

export interface ActAnswer {
  readonly done?: string;
  readonly problem?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly made?: MadeAddress;
}

type Fields = Readonly<Record<string, unknown>>;

const changeRoles = async (visit: Visit, id: string, sent: Fields): Promise<ActAnswer> => {
  const { services, actor } = visit;
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  const { assignments } = await getPerson(services.database, scope, id);
  const before = assignments.map(({ place }) => place);
  const held = await assignmentsOf(visit, sent, before);
  if (!held.ok) return held;
  await changeAssignments(services.database, scope, id, held.assignments);
  return { done: 'The roles are changed, from the next page they open.' };
};

const newAddress = async ({ services, actor, url }: Visit, id: string): Promise<ActAnswer> => {
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  const { email } = await getPerson(services.database, scope, id);
  const address = `${originOf(services, url)}/new-password/${await makeNewPasswordLink(services.database, scope, id)}`;
  const message = newPasswordMessage({ to: email, address, agency: actor.agency });
  const wasSent = await sendIfAllowed(services, await getSettings(services.database, scope), message);
  return { made: { address, opensFor: 'a day', wasSent } };
};

const simple = {
  suspend: [suspendPerson, 'The account is suspended, and nobody is signed in with it any more.'],
  reopen: [reopenAccount, 'The account is open again.'],
  'end-sessions': [endSessions, 'They are signed out everywhere.'],
  'reset-second-factor': [
    resetSecondFactor,
    'The second factor is off, and they are signed out everywhere. The password is enough until they turn it on again.',
  ],
} as const;

export const personAct = async (visit: Visit, id: string, sent: Fields): Promise<ActAnswer> => {
  const act = actOf(sent);
  if (act === 'roles') return changeRoles(visit, id, sent);
  if (act === 'new-password') return newAddress(visit, id);
  const [work, done] = simple[act as keyof typeof simple] ?? [];
  if (!work) throw new Invalid('Nothing was chosen to be done.');
  await work(visit.services.database, scopeFor(visit.actor, identityPolicy['accounts.manage']), id);
  return { done };
};
