import { Picture } from '../../ui/charts/chart.tsx';
import type { MeasurePageData } from './measure-page.tsx';
import type { MeasureView } from './measure-view.ts';

const ShownWith = ({ partner }: { partner: MeasureView['partner'] }) => (
  <section>
    <h2>
      Shown with: <a href={`/measures/${partner.slug}`}>{partner.title}</a>
    </h2>
    <p>
      {partner.sentence}.
      {partner.value === null ? null : ` Last final figure ${partner.value}, ${partner.window}.`}
    </p>
    <Picture svg={partner.svg} />
  </section>
);

const DataNotes = ({ page }: { page: MeasurePageData }) => {
  const { figure, cut } = page.view;
  return (
    <section>
      <h2>How good the data are</h2>
      {figure.second === null ? null : (
        <p>
          {figure.second.words}: <b>{figure.second.value}</b>
        </p>
      )}
      {figure.incomplete ? (
        <p>
          Incomplete: the NCANDS file of the federal year after this window is not here yet, and some of its
          reports will be in that one.
        </p>
      ) : null}
      {figure.fromAggregates ? (
        <p>These are sums that the agency brought, not computed from records here.</p>
      ) : null}
      <p>
        {page.quality.sentence} <a href={`/data/versions/${page.version.number}#quality`}>All checks</a>
      </p>
      {page.quality.past.length === 0 ? null : (
        <ul>
          {page.quality.past.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      )}
      {cut.notKnown === null ? null : <p>{cut.notKnown}</p>}
    </section>
  );
};

const FederalContext = ({ page }: { page: MeasurePageData }) =>
  page.isPublished ? (
    <section>
      <h2>Published federal figures</h2>
      <p>
        {page.view.definition.nationalPerformance === null
          ? null
          : `National performance is ${page.view.definition.nationalPerformance}${page.view.definition.unit.per === 100 ? '%' : ` ${page.view.definition.unit.short}`}. It is compared with a state’s risk-standardized performance only, never with the figures on this page. `}
        <a href={`/published?measure=${page.view.id}`}>What was published, state by state</a>
      </p>
    </section>
  ) : null;

export const MeasureBeside = ({ page }: { page: MeasurePageData }) => (
  <aside className="measure-beside" aria-label="Beside the chart">
    <ShownWith partner={page.view.partner} />
    <DataNotes page={page} />
    <FederalContext page={page} />
    <section>
      <h2>Data</h2>
      <p>
        As of {page.version.asOf}, <a href="/data">data version {page.version.number}</a>:{' '}
        {page.version.label}.
      </p>
    </section>
  </aside>
);
