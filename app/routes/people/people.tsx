import {
  type InvitationListed,
  listInvitations,
  listPeople,
  type PersonListed,
} from '../../commons/identity/people/reads.ts';
import { identityPolicy } from '../../commons/identity/policy.ts';
import { assignmentText } from '../../commons/permissions/actor.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { dayText } from '../../ui/format/days.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/people';

export const meta: Route.MetaFunction = () => [{ title: 'People · Midcourse' }];

const dayOf = (at: Date): string => dayText(at.toISOString());

const stateOf = ({ isSuspended, newPasswordAskedAt }: PersonListed): string => {
  if (isSuspended) return 'Suspended';
  return newPasswordAskedAt ? `Active. Asked for a new password on ${dayOf(newPasswordAskedAt)}` : 'Active';
};

const rowOfPerson = (person: PersonListed) => ({
  path: `/people/${person.id}`,
  name: person.name,
  email: person.email,
  what: person.assignments.map(assignmentText),
  state: stateOf(person),
  last: person.lastSignedInOn === null ? 'Not yet' : dayText(person.lastSignedInOn),
});

const rowOfInvitation = ({ id, email, assignments, expiresAt, isExpired }: InvitationListed) => ({
  path: `/people/invitations/${id}`,
  name: email,
  email: '',
  what: assignments.map(assignmentText),
  state: isExpired ? 'Invitation expired' : `Invited, until ${dayOf(expiresAt)}`,
  last: 'Not yet',
});

export const loader = signedIn(async ({ services, actor }) => {
  const scope = scopeFor(actor, identityPolicy['accounts.manage']);
  const people = await listPeople(services.database, scope);
  const invitations = await listInvitations(services.database, scope);
  return {
    count: people.length,
    rows: [...people.map(rowOfPerson), ...invitations.map(rowOfInvitation)],
  };
});

type PersonRow = ReturnType<typeof rowOfPerson>;

const Row = ({ row }: { row: PersonRow }) => (
  <tr>
    <th scope="row">
      <a href={row.path}>{row.name}</a>
      {row.email === '' ? null : <div className="meta">{row.email}</div>}
    </th>
    <td data-label="Roles">
      {row.what.length === 0 ? 'None: nothing opens' : row.what.map((one) => <div key={one}>{one}</div>)}
    </td>
    <td data-label="State">{row.state}</td>
    <td data-label="Last here">{row.last}</td>
  </tr>
);

export default function People({ loaderData }: Route.ComponentProps) {
  const { count, rows } = loaderData;
  return (
    <div className="page page-narrow">
      <h1>{count === 1 ? 'One person has an account here' : `${count} people have an account here`}</h1>
      <p className="meta">
        What each may see and do follows from their roles and where they hold them. Days of signing in serve
        to close accounts that nobody uses, and nothing else.
      </p>
      <p className="acts">
        <a className="usa-button" href="/people/invite">
          Invite somebody
        </a>{' '}
        <a href="/people/rules">Rules for signing in</a>
      </p>
      <div className="table-scroll">
        <table className="table table-wide table-stacks">
          <caption>People and invitations</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Roles</th>
              <th scope="col">State</th>
              <th scope="col">Last here</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.path} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
