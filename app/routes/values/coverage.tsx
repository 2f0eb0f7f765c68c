import { MixBar } from '../../ui/mix-bar.tsx';
import { PlaceSwitch } from '../../ui/place-switch.tsx';
import { atPlace } from '../at-place.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/coverage';
import { type CoverageView, coverageView } from './coverage-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Coverage · Midcourse' }];

export const loader = signedIn(coverageView);

const kindNames = {
  outcome: 'Outcomes',
  practice: 'Practice',
  balancing: 'Balancing',
  compliance: 'Compliance counts',
} as const;

const times = (reviews: number): string => {
  if (reviews === 0) return 'not reviewed';
  return reviews === 1 ? 'reviewed once' : `reviewed ${reviews} times`;
};

const Gaps = ({ view }: { view: CoverageView }) => {
  const worth = view.gaps.filter(({ kind }) => kind !== 'unvalued');
  return (
    <>
      <p className="lead">
        {view.rows.length === 0
          ? 'No value is written down yet, so there is nothing to hold measures against.'
          : worth.length === 0
            ? 'Every value is measured by more than compliance counts, and was looked at in the last quarter.'
            : worth.length === 1
              ? 'One thing is missing.'
              : `${worth.length} things are missing.`}
      </p>
      <ul className="gaps">
        {view.gaps.map((gap) => (
          <li key={gap.sentence} className={gap.kind}>
            {gap.sentence} <a href={gap.href}>Look</a>
          </li>
        ))}
      </ul>
    </>
  );
};

type Row = CoverageView['rows'][number];

const Cell = ({ cell }: { cell: Row['cells'][number] }) => (
  <td data-label={kindNames[cell.kind]}>
    {cell.measures.length === 0 ? <span className="soft">none</span> : null}
    <ul className="cell-list">
      {cell.measures.map((measure) => (
        <li key={measure.id}>
          <a href={`/measures/${measure.slug}`}>{measure.title}</a>
          <span className="soft small"> · {times(measure.reviews)}</span>
        </li>
      ))}
    </ul>
  </td>
);

const Matrix = ({ rows }: { rows: readonly Row[] }) => (
  <table className="table table-wide table-stacks coverage-matrix">
    <caption>Values, in the order you state, and the measures tied to each, by kind</caption>
    <thead>
      <tr>
        <th scope="col">Value</th>
        {Object.values(kindNames).map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <a href={`/values/${row.id}`}>{row.statement}</a>
            {row.reviews === 0 ? null : <p className="soft small">itself {times(row.reviews)}</p>}
          </th>
          {row.cells.map((cell) => (
            <Cell key={cell.kind} cell={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Mix = ({ mix }: Pick<CoverageView, 'mix'>) => {
  const parts = Object.entries(kindNames).map(([kind, label]) => {
    const known = kind as keyof typeof kindNames;
    return { kind: known, label: label.toLowerCase(), count: mix[known] };
  });
  const shown = parts.filter(({ count }) => count > 0);
  return (
    <section className="section" aria-labelledby="mix">
      <h2 id="mix">What you look at</h2>
      <MixBar parts={parts} title={shown.map(({ count, label }) => `${count} ${label}`).join(', ')} />
      <p className="soft small">{shown.map(({ count, label }) => `${count} ${label}`).join(' · ')}</p>
    </section>
  );
};

export default function CoveragePage({ loaderData }: Route.ComponentProps) {
  const view = loaderData;
  const search = atPlace('', view.place);
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href={atPlace('/values', view.place)}>Values</a>
      </p>
      <h1>Does what you look at tell whether your values are true?</h1>
      <PlaceSwitch action="/values/coverage" chosen={view.place} choices={view.places} />
      <Gaps view={view} />
      <section className="section" aria-labelledby="matrix">
        <h2 id="matrix">Values and measures</h2>
        <p className="soft">
          {view.borrows ? `${view.placeName} works by the values of the whole state. ` : ''}
          Reviews count since {view.since}: {view.reviews} held. A measure is tied to a value on the value’s
          page, and always shown with its counter-measure.
        </p>
        <Matrix rows={view.rows} />
        <p className="exports no-print">
          <a href={`/values/coverage.csv${search}`} download>
            CSV
          </a>{' '}
          <a href={`/values/coverage.json${search}`} download>
            JSON
          </a>
        </p>
      </section>
      {view.rows.length === 0 ? null : <Mix mix={view.mix} />}
    </div>
  );
}
