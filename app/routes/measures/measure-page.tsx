import { Chart } from '../../ui/charts/chart.tsx';
import type { ChartFlag } from '../../ui/charts/run-points.ts';
import { DirectionMark } from '../../ui/direction-mark.tsx';
import { Breakdowns, NotShown } from './breakdown-table.tsx';
import type { ChangeSentences } from './chart-changes.ts';
import { FilterForm } from './filter-form.tsx';
import { HowToRead } from './how-to-read.tsx';
import { NoteForm, type NoteFormData } from './marks/note-form.tsx';
import { MeasureBeside } from './measure-beside.tsx';
import { Definition } from './measure-definition.tsx';
import type { FilterRow } from './measure-filters.ts';
import type { MeasureView } from './measure-view.ts';
import { OverTime } from './over-time.tsx';
import type { QualityNotes } from './quality-notes.ts';
import { RecordsBehind } from './records-behind.tsx';
import type { RecordsLinks } from './records-links.ts';
import { Variation, VariationHidden } from './variation.tsx';
import { WhoSection } from './who.tsx';

export interface MeasurePageData {
  readonly view: MeasureView;
  readonly filters: readonly FilterRow[];
  readonly flags: readonly ChartFlag[];
  /** Null for who may not write on charts. */
  readonly note: NoteFormData | null;
  readonly search: string;
  readonly records: RecordsLinks | null;
  readonly link: string;
  readonly quality: QualityNotes;
  readonly serves: readonly string[];
  readonly dropped: readonly { readonly reason: string; readonly episodes: string }[];
  readonly version: { readonly number: number; readonly label: string; readonly asOf: string };
  readonly isPublished: boolean;
}

const FigureSentence = ({ view }: { view: MeasureView }) => {
  const { figure } = view;
  if (figure.absent !== null) return <p className="lead">{figure.absent}</p>;
  if (figure.hidden !== null)
    return (
      <>
        <p className="lead">
          {view.window}: {figure.hidden}
        </p>
        <NotShown />
      </>
    );
  if (!figure.hasValue)
    return <p className="lead">In {view.window} there was nobody to count here, so there is no value.</p>;
  return (
    <p className="lead">
      <b>{figure.value}</b>
      {view.definition.unit.per === 100 ? '' : ` ${view.definition.unit.short}`} ({figure.counted}; 95%
      interval {figure.interval}). {figure.held === null ? null : <>It stands {figure.held}. </>}
      {figure.isFinal ? null : <>This figure is in flight: it will still change, and is not compared. </>}
      {view.inFlight}
    </p>
  );
};

const Heading = ({ page }: { page: MeasurePageData }) => {
  const { view, serves } = page;
  return (
    <>
      <p className="crumbs">
        <a href="/measures">Measures</a> · {view.definition.kind}
        {serves.length === 0 ? null : <> · serves “{serves.join('” and “')}”</>}
      </p>
      <h1>
        <DirectionMark reading={view.reading === 'unknown' ? 'steady' : view.reading} isUp={view.isUp} />
        {view.heading}
      </h1>
      <FigureSentence view={view} />
    </>
  );
};

/** What was chosen, on paper, where there is no form. */
const ChosenInPrint = ({ page }: { page: MeasurePageData }) => (
  <p className="only-print small">
    {page.filters
      .map(
        ({ label, chosen, choices }) => `${label}: ${choices.find(({ value }) => value === chosen)?.label}`,
      )
      .join(' · ')}{' '}
    · As of {page.version.asOf}, data version {page.version.number}
  </p>
);

/** Why the usual range begins anew, or does not. */
const ChangesOfPolicy = ({ changes }: { changes: readonly ChangeSentences[] }) =>
  changes.map(({ href, name, says }) => (
    <p className="small" key={href}>
      <a href={href}>{name}</a>: {says}
    </p>
  ));

const Comparisons = ({ page }: { page: MeasurePageData }) => {
  const { view, search } = page;
  const from = { slug: view.definition.slug, search };
  return (
    <>
      {view.comparedInstead === null ? null : (
        <p className="soft">
          Places and groups are compared over a federal year here, October to September:{' '}
          {view.comparedInstead}.
        </p>
      )}
      {view.variation === null ? null : <Variation variation={view.variation} from={from} />}
      {view.variation === null && view.variationHidden !== null ? (
        <VariationHidden reason={view.variationHidden} />
      ) : null}
      <OverTime overTime={view.overTime} from={from} />
      {view.who === null ? null : <WhoSection who={view.who} from={from} />}
    </>
  );
};

export const MeasurePage = ({ page }: { page: MeasurePageData }) => {
  const { view } = page;
  return (
    <div className="page page-narrow">
      <Heading page={page} />
      <FilterForm rows={page.filters} slug={view.definition.slug} search={page.search} link={page.link} />
      <ChosenInPrint page={page} />
      <div className="measure-top">
        <section aria-labelledby="what-happened">
          <h2 id="what-happened">What happened</h2>
          <p className="soft small">
            {view.definition.title}, {view.definition.unit.words}, by {view.rhythm} since {view.since}.
            Filled: final. Hollow: in flight. {view.definition.seriesInWords}
          </p>
          {view.runHidden === null ? (
            <Chart
              chart={view.chart}
              tableLabel="Table"
              tableId="table"
              flags={page.flags}
              changes={view.changes.drawn}
            />
          ) : (
            <p id="table">{view.runHidden}</p>
          )}
          <ChangesOfPolicy changes={view.changes.said} />
          <HowToRead view={view} />
          {page.note === null ? null : <NoteForm note={page.note} />}
        </section>
        <MeasureBeside page={page} />
      </div>
      <Comparisons page={page} />
      <Breakdowns view={view} />
      <RecordsBehind links={page.records} by={view.cut.name} />
      <Definition page={page} />
    </div>
  );
};
