import {
  catalog,
  getPublishedState,
  isPublished,
  listPublishedStates,
  publishedMeasureIds,
  standingPublication,
} from '../../rooms/measures/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Chart, Picture } from '../../ui/charts/chart.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { signedIn } from '../page.ts';
import type { Route } from './+types/published';
import { type PublishedView, publishedView } from './published-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Published federal figures · Midcourse' }];

const firstState = 'AL';

export const loader = signedIn(async ({ url }) => {
  const measure = url.searchParams.get('measure') ?? '';
  const measures = isPublished(measure) ? [measure] : publishedMeasureIds;
  const state = getPublishedState(url.searchParams.get('state') || firstState, measures);
  return {
    state: state.state,
    name: state.name,
    measure: isPublished(measure) ? measure : '',
    states: listPublishedStates().map(({ state: value, name: label }) => ({ value, label })),
    measures: publishedMeasureIds.map((value) => ({ value, label: catalog[value].title })),
    publication: standingPublication,
    view: publishedView(state.measures, state.name),
  };
});

const Standing = ({ standing }: { standing: NonNullable<PublishedView[number]['standing']> }) => (
  <div>
    <h3>{standing.sentence}</h3>
    <p className="soft small">
      Risk-standardized performance {standing.rsp ?? 'not published'}, {standing.window}; national performance{' '}
      {standing.national}
    </p>
    {standing.svg === null ? null : <Picture svg={standing.svg} />}
  </div>
);

const PublishedMeasureView = ({ one }: { one: PublishedView[number] }) => (
  <section className="section" aria-labelledby={`published-${one.id}`}>
    <h2 id={`published-${one.id}`}>{one.title}</h2>
    <div className="published">
      {one.standing === null ? (
        <p className="soft">
          There is no national performance for this one: it is published as context only.
        </p>
      ) : (
        <Standing standing={one.standing} />
      )}
      <div>
        <h3>Observed, against the state’s own past</h3>
        <p className="soft small">{one.unit}, by federal window</p>
        <Chart chart={one.observed} tableLabel="Table" tableId={`table-${one.id}`} />
      </div>
    </div>
  </section>
);

export default function Published({ loaderData }: Route.ComponentProps) {
  const { name, view, states, measures, state, measure } = loaderData;
  return (
    <div className="page page-narrow">
      <h1>Published federal figures: {name}</h1>
      <p className="lead">
        What the Children’s Bureau has published, as it was published. It stands beside our own figures and is
        never mixed with them.
      </p>
      <form method="get" className="filters" aria-label="What is shown">
        <FilterSelect name="state" label="State" chosen={state} choices={states} />
        <FilterSelect
          name="measure"
          label="Measure"
          chosen={measure}
          choices={[{ value: '', label: 'All eight' }, ...measures]}
        />
        <SubmitButton isQuiet>Show</SubmitButton>
      </form>
      <p className="soft">
        Risk-standardized performance takes account of the children’s ages and, for some measures, of how many
        enter care; it is compared with national performance. Observed performance is compared with the
        state’s own past. The two are not compared with each other. Standing: {loaderData.publication}.
        Observed: National Supplemental Context Data, February 2024 to August 2025.
      </p>
      {view.map((one) => (
        <PublishedMeasureView key={one.id} one={one} />
      ))}
    </div>
  );
}
