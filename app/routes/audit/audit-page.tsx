import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { AuditTable } from './audit-table.tsx';
import type { AuditRow, ChainView } from './audit-view.ts';
import { ChainState } from './chain-state.tsx';
import { PersonSearchForm } from './person-search.tsx';

type Search = Readonly<Record<'subject' | 'event' | 'permission' | 'from' | 'to', string>>;

export interface AuditPageData {
  readonly rows: readonly AuditRow[];
  readonly older: number | null;
  readonly isNewest: boolean;
  /** Null where one person is looked at. */
  readonly chain: ChainView | null;
  readonly person: { readonly name: string; readonly reason: string; readonly entry: number } | null;
  readonly maySearchPeople: boolean;
  readonly search: Search;
}

export interface RefusedSearch {
  readonly problem: string;
  readonly fields: { readonly email: string; readonly reason: string };
}

const queryOf = ({ person, search }: AuditPageData, more: Readonly<Record<string, string>> = {}): string => {
  const kept = person === null ? search : { person: String(person.entry) };
  const given = Object.entries({ ...kept, ...more }).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

const ChainLine = ({ chain: { entries, last } }: { chain: ChainView }) => (
  <p className="meta">
    {entries} entries.{' '}
    <a href="#chain">
      {last === null
        ? 'Not read through yet'
        : (last.problem ?? `${last.entries} read through ${last.at}, all as they were written`)}
    </a>
  </p>
);

const SearchForm = ({ page }: { page: AuditPageData }) => (
  <form method="get" action="/audit" className="filters" aria-label="Search the audit">
    <SearchField name="subject" label="About" chosen={page.search.subject} />
    <SearchField name="event" label="What" chosen={page.search.event} />
    <SearchField name="permission" label="Because" chosen={page.search.permission} />
    <SearchField name="from" label="First day" type="date" chosen={page.search.from} />
    <SearchField name="to" label="Last day" type="date" chosen={page.search.to} />
    <SubmitButton isQuiet>Search</SubmitButton>
    <a href="/audit">Everything</a>
  </form>
);

const Person = ({ person }: { person: NonNullable<AuditPageData['person']> }) => (
  <Notice>
    <p>
      What <b>{person.name}</b> did, and what was done to their account. Your reason is entry {person.entry}{' '}
      of the audit: “{person.reason}” It opens this for a day. <a href="/audit">Back to the whole audit</a>
    </p>
  </Notice>
);

const Files = ({ page }: { page: AuditPageData }) => (
  <p className="soft">
    As a file: <a href={`/audit.csv${queryOf(page)}`}>CSV</a> ·{' '}
    <a href={`/audit.json${queryOf(page)}`}>JSON</a>. Files name nobody, and that they were taken is on
    record.
  </p>
);

const Paging = ({ page }: { page: AuditPageData }) =>
  page.isNewest && page.older === null ? null : (
    <nav className="paging" aria-label="Pages of the audit">
      {page.isNewest ? null : <a href={`/audit${queryOf(page)}`}>Newest</a>}
      {page.older === null ? null : (
        <a href={`/audit${queryOf(page, { before: String(page.older) })}`}>Older</a>
      )}
    </nav>
  );

const linksFrom =
  (page: AuditPageData) =>
  (name: string, value: string): string =>
    `/audit?${new URLSearchParams([...Object.entries(page.search).filter(([key, text]) => text !== '' && key !== name), [name, value]])}`;

export const AuditPage = ({ page, refused }: { page: AuditPageData; refused: RefusedSearch | undefined }) => (
  <div className="page page-narrow">
    <h1>Audit</h1>
    <p className="lead">
      What was changed, and who read figures of few children: when, and by which permission. Entries are never
      changed.
    </p>
    {page.chain === null ? null : <ChainLine chain={page.chain} />}
    {page.person === null ? <SearchForm page={page} /> : <Person person={page.person} />}
    <section aria-labelledby="entries">
      <h2 id="entries" className="visually-hidden">
        Entries, newest first
      </h2>
      {page.rows.length === 0 ? (
        <p>Nothing on record fits this search.</p>
      ) : (
        <AuditTable rows={page.rows} linkTo={linksFrom(page)} />
      )}
      <Paging page={page} />
      <Files page={page} />
    </section>
    {page.chain === null ? null : <ChainState chain={page.chain} />}
    {page.person === null ? (
      <PersonSearchForm
        may={page.maySearchPeople}
        problem={refused?.problem}
        fields={refused?.fields ?? { email: '', reason: '' }}
      />
    ) : null}
  </div>
);
