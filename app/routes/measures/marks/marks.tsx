import { isAllowed } from '../../../commons/permissions/permission.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { listMarks, marksPolicy } from '../../../rooms/measures/public.ts';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/marks';
import { type MarkView, markView } from './mark-view.ts';
import { MarkItem } from './mark-words.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'On the charts · Midcourse' }];

export const loader = signedIn(async ({ services, actor }) => {
  const marks = await listMarks(services.database, scopeFor(actor, marksPolicy['marks.read']));
  const newestFirst = marks.toReversed().map(markView);
  const standing = newestFirst.filter(({ isWithdrawn }) => !isWithdrawn);
  return {
    policies: standing.filter(({ kind }) => kind === 'policy'),
    notes: standing.filter(({ kind }) => kind === 'note'),
    withdrawn: newestFirst.filter(({ isWithdrawn }) => isWithdrawn),
    mayWrite: isAllowed(actor.assignments, marksPolicy['marks.change']),
  };
});

const Items = ({ marks, none }: { marks: readonly MarkView[]; none: string }) =>
  marks.length === 0 ? (
    <p className="soft">{none}</p>
  ) : (
    <ul className="plain-list">
      {marks.map((mark) => (
        <MarkItem key={mark.id} mark={mark} />
      ))}
    </ul>
  );

export default function Marks({ loaderData }: Route.ComponentProps) {
  const { policies, notes, withdrawn, mayWrite } = loaderData;
  return (
    <div className="page page-text">
      <p className="crumbs">
        <a href="/measures">Measures</a>
      </p>
      <h1>What stands on the charts beside the figures</h1>
      <p className="lead">
        Days on which a rule changed, and notes of what happened. Where a rule changes what a measure counts,
        its usual range begins anew and both stay visible.
      </p>
      {mayWrite ? (
        <p>
          <a href="/measures/marks/new?kind=policy">Write down a change of policy</a> ·{' '}
          <a href="/measures/marks/new?kind=note">Note something on a chart</a>
        </p>
      ) : null}
      <section className="section" aria-labelledby="policies">
        <h2 id="policies">Changes of policy</h2>
        <Items marks={policies} none="None has been written down." />
      </section>
      <section className="section" aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        <Items marks={notes} none="Nothing has been noted on a chart of yours." />
      </section>
      {withdrawn.length === 0 ? null : (
        <section className="section" aria-labelledby="withdrawn">
          <h2 id="withdrawn">Withdrawn</h2>
          <p className="soft">These stand on no chart any more. They are kept with the reason.</p>
          <Items marks={withdrawn} none="" />
        </section>
      )}
    </div>
  );
}
