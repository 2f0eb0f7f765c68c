import { redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { listValues, valuesPolicy } from '../../rooms/values/public.ts';
import { dayText, durationText } from '../../ui/format/days.ts';
import { Notice } from '../../ui/notice.tsx';
import { readFlags } from '../decisions/decision-flags.ts';
import { readDue } from '../decisions/due.ts';
import { flaggedSummaries } from '../decisions/flagged.ts';
import { guestHome } from '../guests/guest-home.ts';
import { summariesOf } from '../measures/summaries-in-memory.ts';
import { signedIn } from '../page.ts';
import { findReadyVersion } from '../prepared-version.ts';
import { PreparingPage } from '../preparing-page.tsx';
import { type FirstStep, firstSteps } from '../start/first-steps.ts';
import { FirstStepsList } from '../start/first-steps-list.tsx';
import type { Route } from './+types/board';
import { BoardAside } from './board-aside.tsx';
import { BoardMeasureView } from './board-measure.tsx';
import { type BoardValue, boardValues, whatWeLookAt } from './board-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Board · Midcourse' }];

const staleAfterDays = 150;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const loader = signedIn(async (visit) => {
  const { services, actor } = visit;
  const guests = guestHome(actor);
  if (guests !== null) throw redirect(guests);
  const found = await findReadyVersion(visit);
  if (found.state === 'preparing') return { board: null, preparing: found.preparing, steps: [] };
  const values = await listValues(services.database, scopeFor(actor, valuesPolicy['values.read']), {
    place: 'state',
  });
  const steps = firstSteps(actor, { files: found.state === 'ready', values: values.length > 0 });
  if (found.state === 'none') return { board: null, preparing: null, steps };
  const { version } = found;
  const summaries = flaggedSummaries(await summariesOf(version.files), await readFlags(visit));
  const age = daysBetween(version.asOf, todayOn());
  return {
    preparing: null,
    steps,
    board: {
      asOf: dayText(version.asOf),
      version: version.number,
      label: version.label,
      stale: age > staleAfterDays ? durationText(age * 86_400) : null,
      values: boardValues(values, summaries),
      looked: whatWeLookAt(values, summaries),
      due: await readDue(visit),
    },
  };
});

const question = 'Is what we do making a difference for children and families?';

const NothingYet = ({ steps }: { steps: readonly FirstStep[] }) => (
  <div className="page state">
    <h1>{question}</h1>
    <p className="lead">We cannot say yet: no case data have been brought in. This is how it begins.</p>
    <FirstStepsList steps={steps} />
  </div>
);

const ValueRow = ({ value }: { value: BoardValue }) => (
  <section className="value-row" aria-labelledby={`value-${value.id}`}>
    <div className="value-heading">
      <h2 id={`value-${value.id}`}>{value.statement}</h2>
      <p>{value.place}</p>
    </div>
    {value.measures.length === 0 ? (
      <p className="soft">Nothing measures this value yet.</p>
    ) : (
      <div className="value-measures">
        {value.measures.map((measure) => (
          <BoardMeasureView key={measure.id} measure={measure} />
        ))}
      </div>
    )}
  </section>
);

export default function Board({ loaderData }: Route.ComponentProps) {
  const { board, preparing, steps } = loaderData;
  if (preparing !== null) return <PreparingPage preparing={preparing} />;
  if (board === null) return <NothingYet steps={steps} />;
  return (
    <div className="page board">
      <div>
        <h1>{question}</h1>
        <p className="meta">
          As of {board.asOf} · <a href="/data">data version {board.version}</a>
        </p>
        {board.stale === null ? null : (
          <Notice>
            <p>
              The data end {board.asOf}. What happened since is not on this page.{' '}
              <a href="/data">Bring in newer files</a>
            </p>
          </Notice>
        )}
        {board.values.length === 0 ? (
          <>
            <p className="lead">
              The figures are there: see the <a href="/measures">measures</a>. What they are held against is
              not.
            </p>
            <FirstStepsList steps={steps} />
          </>
        ) : null}
        {board.values.map((value) => (
          <ValueRow key={value.id} value={value} />
        ))}
      </div>
      <BoardAside looked={board.looked} label={board.label} due={board.due} />
    </div>
  );
}
