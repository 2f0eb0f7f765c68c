import { Invalid } from '../../platform/errors.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/measure-records';
import { RecordTable } from './record-table.tsx';
import { readRecords } from './records-asked.ts';
import { type RecordsView, recordsPerPage, recordsView } from './records-view.ts';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Records behind ${loaderData?.title ?? 'a figure'} · Midcourse` },
];

const pageOf = (text: string | null): number => {
  if (text === null || text === '') return 1;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new Invalid('There is no such page of records.', 'Begin at the first page.');
  return Number(text);
};

export const loader = signedIn(async (visit) => {
  const page = pageOf(visit.url.searchParams.get('page'));
  const slice = { offset: (page - 1) * recordsPerPage, limit: recordsPerPage };
  return recordsView(await readRecords(visit, slice), visit.url, page);
});

const Lead = ({ view }: { view: RecordsView }) => {
  if (view.absent !== null) return <p className="lead">{view.absent}</p>;
  const among = [view.window, ...view.narrowed].join(', ');
  if (view.isEmpty) return <p className="lead">Nobody was counted here within your reach: {among}.</p>;
  return (
    <p className="lead">
      <b>{view.total} records</b> are behind this figure: {among}. They add {view.events} to the numerator and{' '}
      {view.exposure} to the denominator.
    </p>
  );
};

const Pages = ({ view }: { view: RecordsView }) =>
  view.earlier === null && view.later === null ? null : (
    <nav className="paging" aria-label="Pages of records">
      {view.earlier === null ? null : <a href={view.earlier}>Earlier page</a>}
      <span>
        Page {view.page} of {view.pages}
      </span>
      {view.later === null ? null : <a href={view.later}>Next page</a>}
    </nav>
  );

export default function MeasureRecords({ loaderData: view }: Route.ComponentProps) {
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/measures">Measures</a> · <a href={`/measures/${view.slug}${view.search}`}>{view.title}</a>
      </p>
      <h1>Records behind “{view.title}”</h1>
      <Lead view={view} />
      <p className="soft">
        {view.areOwnIds
          ? 'The agency has chosen to show its own ids here.'
          : `A pseudonym stands for each child: the same in all lists of data version ${view.version}, another in the next. Days are given as months.`}{' '}
        That you read this is on record.
      </p>
      {view.rows.length === 0 ? null : (
        <>
          <p>
            Counted are: {view.numerator}{' '}
            <a href={`/measures/${view.slug}/records.csv${view.search}`} download>
              All of them as CSV
            </a>
          </p>
          <RecordTable rows={view.rows} caption={`Newest month first, page ${view.page} of ${view.pages}`} />
        </>
      )}
      <Pages view={view} />
    </div>
  );
}
