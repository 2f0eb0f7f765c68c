import { SubmitButton } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { PlaceSwitch } from '../../ui/place-switch.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { atPlace } from '../at-place.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/say-and-do';
import { SayAndDoMonths } from './say-and-do-months.tsx';
import { type SayAndDoView, sayAndDoView } from './say-and-do-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Say and do · Midcourse' }];

export const loader = signedIn(sayAndDoView);

const kindNames = {
  minutes: 'Review time',
  decisions: 'Decisions',
  changes: 'Course changes',
  measures: 'Measures on the board',
} as const;

const units = { minutes: ' min', decisions: '', changes: '', measures: '' } as const;

type View = { readonly view: SayAndDoView };

const Shares = ({ view }: View) => (
  <table className="table table-wide table-stacks">
    <caption>
      Values in the order you state, and of everything done since {view.since}, the share that served each
    </caption>
    <thead>
      <tr>
        <th scope="col">You say</th>
        {view.totals.map(({ kind, amount }) => (
          <th key={kind} scope="col">
            {kindNames[kind]}, of {amount}
            {units[kind]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {view.rows.map((row, at) => (
        <tr key={row.name}>
          <th scope="row">
            {row.id === null ? (
              <span className="soft">Served no value</span>
            ) : (
              <>
                {at + 1}. <a href={`/values/${row.id}`}>{row.name}</a>
              </>
            )}
          </th>
          {row.cells.map((cell) => (
            <td key={cell.kind} data-label={kindNames[cell.kind]}>
              <div>
                <b>{cell.percent}</b>
                {cell.share === null ? null : (
                  <span className="soft small">
                    {' '}
                    · {cell.amount}
                    {units[cell.kind]}
                  </span>
                )}
                {cell.share === null ? null : <ShareBar share={cell.share} />}
              </div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const HowComputed = () => (
  <section className="section" aria-labelledby="how">
    <h2 id="how">How it is computed</h2>
    <ul>
      <li>
        <b>Review time</b>: minutes of the items of reviews held at this place. An item about a measure serves
        the values the measure is tied to today; an item about a value serves that value; one about a decision
        serves what the decision serves.
      </li>
      <li>
        <b>Decisions</b>: those decided at this place in the span, by the values they name; where one names
        none, by the measure it expects to move.
      </li>
      <li>
        <b>Course changes</b>: by the values they are tied to, on the day they were tied.
      </li>
      <li>
        <b>Measures on the board</b>: those tied to a value today. They have no month.
      </li>
      <li>
        What serves several values counts in equal parts for each. What serves none is counted too, in the
        last row, so that shares do not flatter.
      </li>
      <li>
        <b>The largest difference</b>: the value that stands furthest behind its place in your order, by
        review time (from one hour), decisions or course changes (from five of them). It weighs nobody: it
        says what the table turned to.
      </li>
    </ul>
  </section>
);

const SpanForm = ({ view }: View) => (
  <form method="get" action="/values/say-and-do" className="place-switch no-print" aria-label="Span">
    <input type="hidden" name="at" value={view.place} />
    <FilterSelect name="months" label="Over the" chosen={view.months} choices={view.spans} />
    <SubmitButton isQuiet>Show</SubmitButton>
  </form>
);

const Headline = ({ view }: View) => {
  if (view.difference === null) return <p className="lead">{view.agreement}</p>;
  const [before, wish, after] = view.difference;
  return (
    <p className="lead">
      {before}
      <i>{wish}</i>
      {after}
    </p>
  );
};

export default function SayAndDoPage({ loaderData }: Route.ComponentProps) {
  const view = loaderData;
  const search = `${atPlace('', view.place)}&months=${view.months}`;
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href={atPlace('/values', view.place)}>Values</a>
      </p>
      <h1>What you say, and what you do</h1>
      <Headline view={view} />
      <PlaceSwitch
        action="/values/say-and-do"
        chosen={view.place}
        choices={view.places}
        kept={{ months: view.months }}
      />
      <SpanForm view={view} />
      {view.borrows ? (
        <p className="soft">
          {view.placeName} works by the values of the whole state; what was done is its own.
        </p>
      ) : null}
      <section className="section" aria-labelledby="shares">
        <h2 id="shares">Over the whole span</h2>
        <Shares view={view} />
        <p className="exports no-print">
          <a href={`/values/say-and-do.csv${search}`} download>
            CSV
          </a>{' '}
          <a href={`/values/say-and-do.json${search}`} download>
            JSON
          </a>
        </p>
      </section>
      <SayAndDoMonths view={view} />
      <HowComputed />
    </div>
  );
}
