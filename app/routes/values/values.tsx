import { data, redirect } from 'react-router';
import { parsePlace } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Conflict } from '../../platform/errors.ts';
import { moved, orderedByNumbers, orderValues, valuesPolicy } from '../../rooms/values/public.ts';
import { PlaceSwitch } from '../../ui/place-switch.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { atPlace } from '../at-place.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/values';
import { OrderByNumbers, ValueItems, ValueOrder } from './value-order.tsx';
import { type InsideView, type ValueLine, valuesView } from './values-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Values · Midcourse' }];

export const loader = signedIn(valuesView);

const newOrder = (form: FormData, seen: readonly string[]): string[] => {
  const [act, id] = [form.get('act'), String(form.get('id') ?? '')];
  if (act === 'up' || act === 'down') return moved(seen, id, act);
  return orderedByNumbers(seen, (one) => {
    const number = Number(form.get(`number-${one}`));
    return Number.isFinite(number) && number > 0 ? number : undefined;
  });
};

/** The order of a place. Who was late is shown how it is now, and nothing is changed. */
export const action = signedIn(async ({ request, services, actor }) => {
  const form = await request.formData();
  const place = parsePlace(String(form.get('place') ?? ''));
  const seen = String(form.get('seen') ?? '').split(' ');
  const scope = scopeFor(actor, valuesPolicy['values.change'], place);
  try {
    await orderValues(services.database, scope, place, { ids: newOrder(form, seen), seen });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const problem = `${error.message} Below is how it stands now; order them again if it is still needed.`;
    return data({ problem }, { status: 409 });
  }
  return redirect(atPlace('/values', place));
});

const Ways = ({ place }: { place: InsideView['place'] }) => (
  <ul className="page-links no-print">
    <li>
      <a href={atPlace('/values/coverage', place)}>Coverage: what measures them</a>
    </li>
    <li>
      <a href={atPlace('/values/say-and-do', place)}>Say and do</a>
    </li>
    <li>
      <a href={atPlace('/reviews', place)}>Reviews</a>
    </li>
  </ul>
);

const Folded = ({
  heading,
  lines,
  about,
}: {
  heading: string;
  lines: readonly ValueLine[];
  about: string;
}) =>
  lines.length === 0 ? null : (
    <section className="section">
      <h2>{heading}</h2>
      <p className="soft">{about}</p>
      <ValueItems lines={lines} level="h3" />
    </section>
  );

const headingOf = ({ place, placeName }: InsideView): string =>
  place === 'state' ? 'What we stand for' : `What ${placeName} stands for`;

const Lead = ({ view }: { view: InsideView }) => {
  if (view.current.length === 0)
    return (
      <p className="lead">
        No value is written down yet. A value is a wish: “We want children home with their families.” What is
        measured, reviewed and decided can then be held against it.
      </p>
    );
  if (view.borrows)
    return (
      <p className="lead">
        {view.placeName} has no values of its own that you can see, and works by those of the whole state.
      </p>
    );
  if (view.current.length === 1) return null;
  return <p className="lead">In this order: when two pull apart, the one further up comes first.</p>;
};

const Inside = ({ view, problem }: { view: InsideView; problem: string | undefined }) => (
  <div className="page page-narrow">
    <h1>{headingOf(view)}</h1>
    <PlaceSwitch action="/values" chosen={view.place} choices={view.places} />
    <Refusal problem={problem} />
    <Lead view={view} />
    {view.mayOrder ? (
      <ValueOrder lines={view.current} place={view.place} />
    ) : (
      <ValueItems lines={view.current} />
    )}
    {view.mayOrder ? <OrderByNumbers lines={view.current} place={view.place} /> : null}
    {view.mayAdd ? (
      <p>
        <a className="usa-button" href={atPlace('/values/new', view.place)}>
          Write down a value
        </a>{' '}
        <a href={atPlace('/values/examples', view.place)}>Choose from examples</a>
      </p>
    ) : null}
    <Ways place={view.place} />
    <Folded
      heading="Drafts"
      lines={view.drafts}
      about="Seen here alone, until somebody makes them current."
    />
    <Folded
      heading="No longer held"
      lines={view.retired}
      about="Kept with the reason, for those who worked by them."
    />
  </div>
);

const Guest = ({ shared }: { shared: readonly ValueLine[] }) => (
  <div className="page page-narrow">
    <h1>What was shared with you</h1>
    {shared.length === 0 ? (
      <p className="lead">No value has been shared with you yet. The agency can share what it stands for.</p>
    ) : (
      <ValueItems lines={shared} />
    )}
  </div>
);

export default function Values({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.isGuest) return <Guest shared={loaderData.shared} />;
  return <Inside view={loaderData} problem={actionData?.problem} />;
}
