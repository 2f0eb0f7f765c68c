import { scopeFor } from '../../../commons/permissions/scope.ts';
import { extractsPolicy, listMappingVersions, type Mapping } from '../../../rooms/measures/public.ts';
import { instantText } from '../../../ui/format/days.ts';
import { codeTitle, columnTitle, tableWords } from '../../../words/package-columns.ts';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/mapping';

export const meta: Route.MetaFunction = ({ params }) => [{ title: `${params.name} · Midcourse` }];

const sheetsView = ({ sheets }: Mapping) =>
  sheets.map(({ file, sheet, tables }) => ({
    title: sheet === null ? file : `${file}, sheet ${sheet}`,
    tables: tables.map(({ table, columns }) => ({
      title: tableWords[table]?.title ?? table,
      columns: columns.map(({ column, from, codes = [] }) => ({
        ...{ title: columnTitle(column), from },
        codes: codes
          .map(({ value, becomes }) => `${value} → ${becomes === '' ? 'blank' : codeTitle(becomes)}`)
          .join(', '),
      })),
    })),
  }));

export const loader = signedIn(async ({ params, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const versions = await listMappingVersions(services.database, scope, params.name ?? '');
  const [newest] = versions;
  return {
    name: newest?.name ?? '',
    sheets: newest ? sheetsView(newest.content) : [],
    versions: versions.map(({ version, madeAt }) => ({
      ...{ version, madeAt: instantText(madeAt.toISOString()) },
    })),
  };
});

type Sheet = Route.ComponentProps['loaderData']['sheets'][number];

const SheetWords = ({ sheet }: { sheet: Sheet }) => (
  <section className="section" aria-label={sheet.title}>
    <h2>{sheet.title}</h2>
    {sheet.tables.length === 0 ? <p>Left out.</p> : null}
    {sheet.tables.map(({ title, columns }) => (
      <div key={title}>
        <h3>{title}</h3>
        <ul>
          {columns.map((column) => (
            <li key={column.title}>
              {column.title}: “{column.from}”
              {column.codes === '' ? null : <span className="soft"> ({column.codes})</span>}
            </li>
          ))}
        </ul>
      </div>
    ))}
  </section>
);

export default function MappingPage({ loaderData }: Route.ComponentProps) {
  const { name, versions, sheets } = loaderData;
  const download = `/data/mappings/${encodeURIComponent(name)}/mapping.json`;
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/data">Data</a> · <a href="/data/extracts">files from your own system</a> ·{' '}
        <a href="/data/mappings">mappings</a> · {name}
      </p>
      <h1>{name}</h1>
      <p className="meta">
        To change it, send files that it recognises and say what is different: that makes the next version.
      </p>
      <ul>
        {versions.map(({ version, madeAt }) => (
          <li key={version}>
            Version {version}, {madeAt}:{' '}
            <a href={`${download}?version=${version}`}>download version {version}</a>
          </li>
        ))}
      </ul>
      {sheets.map((sheet) => (
        <SheetWords key={sheet.title} sheet={sheet} />
      ))}
    </div>
  );
}
