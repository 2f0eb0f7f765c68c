import { PlaceSwitch } from '../../ui/place-switch.tsx';
import { atPlace } from '../at-place.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/reviews';
import { type ReviewLine, reviewsView } from './reviews-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Reviews · Midcourse' }];

export const loader = signedIn(reviewsView);

const Lines = ({ lines }: { lines: readonly ReviewLine[] }) => (
  <ul className="value-list">
    {lines.map((line) => (
      <li key={line.id} className="value-item">
        <div>
          <h3 className="value-name">
            <a href={`/reviews/${line.id}`}>{line.title}</a>
          </h3>
          <p>
            {line.on}
            {line.with === '' ? '' : ` · at the table: ${line.with}`}
          </p>
          <p>{line.about}</p>
        </div>
      </li>
    ))}
  </ul>
);

export default function Reviews({ loaderData }: Route.ComponentProps) {
  const { place, placeName, planned, held, places, mayRecord } = loaderData;
  return (
    <div className="page page-narrow">
      <h1>{place === 'state' ? 'Reviews' : `Reviews in ${placeName}`}</h1>
      <p className="lead">
        What you looked at together, and for how long.{' '}
        <a href={atPlace('/values/say-and-do', place)}>Say and do</a> holds it against what you say comes
        first.
      </p>
      <PlaceSwitch action="/reviews" chosen={place} choices={places} />
      {mayRecord ? (
        <p>
          <a className="usa-button" href={atPlace('/reviews/new', place)}>
            Put a review on record
          </a>
        </p>
      ) : null}
      {planned.length === 0 ? null : (
        <section className="section" aria-labelledby="planned">
          <h2 id="planned">Planned</h2>
          <Lines lines={planned} />
        </section>
      )}
      <section className="section" aria-labelledby="held">
        <h2 id="held">Held</h2>
        {held.length === 0 ? (
          <p className="soft">
            None is on record. It takes a minute: the day, who was there, what you looked at.
          </p>
        ) : null}
        <Lines lines={held} />
      </section>
    </div>
  );
}
