import { SubmitButton } from '../../../ui/button.tsx';
import { TwinTableView } from '../../../ui/charts/twin-table.tsx';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { FixGroupSection } from './fix-group.tsx';
import type { FixesView } from './fixes-view.ts';

const NotMade = ({ view }: { view: FixesView }) => (
  <Notice role="status">
    <p>Data version {view.version} was imported before Midcourse made lists of what is to be mended.</p>
    {view.mayMake ? (
      <form method="post">
        <SubmitButton>Make the list of version {String(view.version)}</SubmitButton>
      </form>
    ) : (
      <p>An analyst of the state can have the list made.</p>
    )}
  </Notice>
);

const Filters = ({ view }: { view: FixesView }) => (
  <form method="get" action="/data/fixes" className="filters" aria-label="What is shown">
    {view.filters.map((row) => (
      <FilterSelect key={row.name} {...row} />
    ))}
    <SubmitButton isQuiet>Show</SubmitButton>
    <div className="exports">
      <a href={`/data/fixes.csv${view.search}`} download>
        CSV
      </a>
    </div>
  </form>
);

const Lead = ({ view }: { view: FixesView }) => (
  <>
    <p className="lead">
      {view.gone === 0
        ? 'Of what was found, nothing is gone yet'
        : `Of what was found, ${view.share} is gone`}
      {view.said === 0 ? '.' : `; ${view.said} said to be mended wait for the next data.`} Seen in data
      version {view.version}, as of {view.asOf}.
    </p>
    {view.due.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </>
);

const Pages = ({ view }: { view: FixesView }) =>
  view.earlier === null && view.later === null ? null : (
    <nav className="paging" aria-label="Pages of the list">
      {view.earlier === null ? null : <a href={view.earlier}>Earlier page</a>}
      <span>
        Page {view.page} of {view.pages}
      </span>
      {view.later === null ? null : <a href={view.later}>Next page</a>}
    </nav>
  );

const Parts = ({ view }: { view: FixesView }) =>
  view.parts === null ? null : (
    <section className="section" aria-labelledby="places">
      <h2 id="places">How far each place is</h2>
      <p className="soft">
        More records mean more to mend, not worse work: larger places have more of everything.
      </p>
      <div className="keeps-names">
        <TwinTableView table={view.parts} />
      </div>
    </section>
  );

export const FixesPage = ({ view }: { view: FixesView }) => (
  <div className="page page-narrow">
    <h1>{view.isMade ? view.heading : 'Records to mend'}</h1>
    {view.isMade ? (
      <>
        <Lead view={view} />
        <Filters view={view} />
        {view.groups.length === 0 ? <p className="soft">Nothing of this kind is here.</p> : null}
        {view.groups.map((group) => (
          <FixGroupSection key={group.rule} group={group} search={view.search} />
        ))}
        <Pages view={view} />
        <Parts view={view} />
        <p className="soft small">
          A person says that a record is mended; whether it is gone, the next data show. The ids are the
          agency’s own. That you read this list is on record.
        </p>
      </>
    ) : (
      <NotMade view={view} />
    )}
  </div>
);
