import { isAllowed } from '../../commons/permissions/permission.ts';
import { todayOn } from '../../platform/clock.ts';
import { decisionsPolicy, listDue } from '../../rooms/values/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { smallCountText } from '../../ui/format/numbers.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/decisions';
import { lineOf } from './card-view.ts';
import { DecisionList } from './decision-list.tsx';
import { readDecisionsAs } from './decisions-scope.ts';
import { findDecisions, type ListFilter, listFilters } from './list-filters.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Decisions · Midcourse' }];

const onOnePage = 40;

const pageAsked = (params: URLSearchParams): number => {
  const page = Number(params.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};

const pageAddress = (params: URLSearchParams, page: number): string => {
  const next = new URLSearchParams(params);
  next.set('page', String(page));
  return `/decisions?${next}`;
};

export const loader = signedIn(async (visit) => {
  const { url, actor, services } = visit;
  const params = url.searchParams;
  const page = pageAsked(params);
  const { decisions, total } = await findDecisions(visit, {
    limit: onOnePage,
    offset: (page - 1) * onOnePage,
  });
  const due = await listDue(services.database, readDecisionsAs(actor), todayOn());
  const filters = await listFilters(visit);
  return {
    lines: decisions.map(lineOf),
    total,
    due: due.length,
    filters,
    words: params.get('words') ?? '',
    isNarrowed: (params.get('words') ?? '') !== '' || filters.some((filter) => filter.chosen !== ''),
    search: url.search,
    mayWrite: isAllowed(actor.assignments, decisionsPolicy['decisions.draft']),
    earlier: page > 1 ? pageAddress(params, page - 1) : null,
    later: page * onOnePage < total ? pageAddress(params, page + 1) : null,
  };
});

type Data = Route.ComponentProps['loaderData'];

const Filters = ({
  filters,
  words,
  search,
}: {
  filters: readonly ListFilter[];
  words: string;
  search: string;
}) => (
  <form className="filters" method="get" aria-label="Which decisions">
    <div className="filter">
      <label htmlFor="filter-words">Words</label>
      <input className="usa-input" type="search" id="filter-words" name="words" defaultValue={words} />
    </div>
    {filters.map((filter) => (
      <FilterSelect key={filter.name} {...filter} />
    ))}
    <SubmitButton isQuiet>Show</SubmitButton>
    <span className="exports">
      <a href={`/decisions.csv${search}`}>CSV</a> <a href={`/decisions.json${search}`}>JSON</a>
    </span>
  </form>
);

const Nothing = ({ isNarrowed, mayWrite }: Data) =>
  isNarrowed ? (
    <p>
      No decision that you may see matches. Try fewer words, or <a href="/decisions">see all of them</a>.
    </p>
  ) : (
    <>
      <p className="lead">No decision has been written down yet.</p>
      <p>
        A decision card says in one sentence what was decided, for which value, what was dropped, and where we
        should see it. On the day you name, it asks whether it did.
        {mayWrite ? ' Begin with one from this week.' : ''}
      </p>
    </>
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const foundText = ({ total, isNarrowed }: Data): string => {
  const found = `${smallCountText(total)} ${total === 1 ? 'decision' : 'decisions'}`;
  return `${capital(found)}${isNarrowed ? ' match' : ''}${isNarrowed && total === 1 ? 'es' : ''}.`;
};

export default function Decisions({ loaderData }: Route.ComponentProps) {
  const { lines, due, mayWrite, earlier, later } = loaderData;
  return (
    <div className="page page-narrow">
      <h1>Decisions</h1>
      <p className="meta">
        What we decided because of what we stand for, and whether it did what we expected.{' '}
        <a href="/decisions/how">How we decide</a>
      </p>
      {mayWrite ? (
        <p className="form-actions no-print">
          <a className="usa-button" href="/decisions/new">
            Record a decision
          </a>
          <a href="/decisions/new?form=full">Write a policy decision</a>
        </p>
      ) : null}
      <Filters {...loaderData} />
      {lines.length === 0 ? (
        <Nothing {...loaderData} />
      ) : (
        <>
          <p>
            {foundText(loaderData)}{' '}
            {due === 0 ? null : (
              <a href="/decisions?state=due">
                {due === 1
                  ? 'One is due for a revisit'
                  : `${capital(smallCountText(due))} are due for a revisit`}
              </a>
            )}
          </p>
          <DecisionList lines={lines} />
        </>
      )}
      <p className="form-actions">
        {earlier === null ? null : <a href={earlier}>Newer ones</a>}
        {later === null ? null : <a href={later}>Older ones</a>}
      </p>
    </div>
  );
}
