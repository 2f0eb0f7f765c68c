import { scopeFor } from '../../commons/permissions/scope.ts';
import { NotFound } from '../../platform/errors.ts';
import { importsPolicy } from '../../rooms/measures/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { signedIn, type Visit } from '../page.ts';
import type { Route } from './+types/leave-demo';

export const meta: Route.MetaFunction = () => [{ title: 'Begin with your own · Midcourse' }];

const mayLeave = ({ services, actor }: Visit): (() => void) => {
  scopeFor(actor, importsPolicy['versions.delete']);
  if (services.leaveDemo === null) throw new NotFound('There is no invented state here that could leave.');
  return services.leaveDemo;
};

export const loader = signedIn(async (visit) => {
  mayLeave(visit);
  return {};
});

/** The answer leaves first; then the server stops and begins anew. */
export const action = signedIn(async (visit) => {
  setTimeout(mayLeave(visit), 200);
  return { isLeaving: true };
});

export default function LeaveDemo({ actionData }: Route.ComponentProps) {
  if (actionData?.isLeaving)
    return (
      <div className="page page-form">
        <h1>The State of Juniper is leaving</h1>
        <p>
          In a few seconds an empty Midcourse opens in its place. The terminal in which it runs prints the
          address at which you make the first account, yours.
        </p>
        <p>
          <a href="/sign-in">Open it</a>
        </p>
      </div>
    );
  return (
    <div className="page page-form">
      <h1>Begin with your own agency</h1>
      <p>
        The State of Juniper is invented. One press takes all of it away: its data, its values and decisions,
        its accounts, yours here too. Nothing of an agency is among it, and <code>npm run demo</code> invents
        it again.
      </p>
      <form method="post">
        <SubmitButton>Let Juniper leave, and begin empty</SubmitButton>
      </form>
      <p>
        <a href="/data">Keep it</a>
      </p>
    </div>
  );
}
