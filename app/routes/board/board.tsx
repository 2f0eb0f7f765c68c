import { redirect } from 'react-router';
import { placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { placesInData } from '../../rooms/measures/public.ts';
import { valuesInForce, valuesPolicy } from '../../rooms/values/public.ts';
import { dayText, durationText } from '../../ui/format/days.ts';
import { Notice } from '../../ui/notice.tsx';
import { PlaceSwitch } from '../../ui/place-switch.tsx';
import { readDue } from '../decisions/due.ts';
import { flaggedSummaries } from '../decisions/flagged.ts';
import { guestHome } from '../guests/guest-home.ts';
import { readFlags } from '../measures/chart-flags.ts';
import { summariesOf } from '../measures/summaries-in-memory.ts';
import { signedIn } from '../page.ts';
import { findReadyVersion } from '../prepared-version.ts';
import { PreparingPage } from '../preparing-page.tsx';
import { type FirstStep, firstSteps } from '../start/first-steps.ts';
import { FirstStepsList } from '../start/first-steps-list.tsx';
import type { Route } from './+types/board';
import { BoardAside } from './board-aside.tsx';
import { type BoardBeside, boardBeside } from './board-beside.ts';
import { BoardMeasureView } from './board-measure.tsx';
import { boardChoices, boardPlace, whereOf } from './board-place.ts';
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
  const place = boardPlace(visit);
  const { from, values } = await valuesInForce(
    services.database,
    scopeFor(actor, valuesPolicy['values.read']),
    place,
  );
  const steps = firstSteps(actor, { files: found.state === 'ready', values: values.length > 0 });
  if (found.state === 'none') return { board: null, preparing: null, steps };
  const { version } = found;
  const where = whereOf(place);
  const [figures, flags, beside, due, { counties }] = await Promise.all([
    summariesOf(version.files, where),
    readFlags(visit, where),
    boardBeside(visit, place),
    readDue(visit),
    placesInData(version.files),
  ]);
  const summaries = flaggedSummaries(figures, flags);
  const age = daysBetween(version.asOf, todayOn());
  return {
    preparing: null,
    steps,
    board: {
      asOf: dayText(version.asOf),
      version: version.number,
      label: version.label,
      stale: age > staleAfterDays ? durationText(age * 86_400) : null,
      values: boardValues(values, summaries, where),
      place,
      placeName: place === 'state' ? null : placeText(place),
      borrows: from !== place,
      places: boardChoices(actor, counties, place),
      beside,
      looked: whatWeLookAt(values, summaries),
      due,
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

const NextReview = ({ next }: Pick<BoardBeside, 'next'>) =>
  next === null ? null : (
    <>
      {' '}
      · next review{' '}
      <a href={`/reviews/${next.id}`}>
        {next.on}
        {next.with === '' ? '' : `, with ${next.with}`}
      </a>
    </>
  );

const ValueRow = ({ value }: { value: BoardValue }) => (
  <section className="value-row" aria-labelledby={`value-${value.id}`}>
    <div className="value-heading">
      <h2 id={`value-${value.id}`}>
        <a href={`/values/${value.id}`}>{value.statement}</a>
      </h2>
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
          {board.placeName === null ? '' : `${board.placeName} · `}As of {board.asOf} ·{' '}
          <a href="/data">data version {board.version}</a>
          <NextReview next={board.beside.next} />
        </p>
        <PlaceSwitch action="/" chosen={board.place} choices={board.places} />
        {board.borrows && board.values.length > 0 ? (
          <p className="small soft">
            {board.placeName} works by the values of the whole state; the figures are its own.
          </p>
        ) : null}
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
      <BoardAside
        looked={board.looked}
        label={board.label}
        due={board.due}
        beside={board.beside}
        place={board.place}
      />
    </div>
  );
}
