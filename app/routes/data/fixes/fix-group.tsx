import { LinkButton } from '../../../ui/button.tsx';
import type { FixGroup, FixRow } from './fixes-view.ts';

const Row = ({ row, search }: { row: FixRow; search: string }) => (
  <tr>
    <th scope="row">
      <a href={`/data/fixes/${row.id}${search}`}>{row.record}</a>
    </th>
    <td data-label="Field">
      {row.field}
      {row.says === null ? null : <span className="soft small"> {row.says}</span>}
    </td>
    <td data-label="Where">{row.where}</td>
    <td data-label="Stands">{row.state}</td>
    <td>
      {row.isWaiting ? (
        <form method="post" action={`/data/fixes/${row.id}${search}`} className="row-actions">
          <LinkButton name="act" value="said-fixed">
            It is mended<span className="visually-hidden">: {row.record}</span>
          </LinkButton>
        </form>
      ) : null}
    </td>
  </tr>
);

const Measures = ({ measures }: { measures: FixGroup['measures'] }) =>
  measures.length === 0 ? null : (
    <details>
      <summary>Touches {measures.length === 1 ? 'one measure' : `${measures.length} measures`}</summary>
      <ul>
        {measures.map(({ title, slug }) => (
          <li key={slug}>
            <a href={`/measures/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  );

/** One thing that is wrong, what to do about it, and the records in which it is. */
export const FixGroupSection = ({ group, search }: { group: FixGroup; search: string }) => (
  <section className="section" aria-labelledby={`rule-${group.rule}`}>
    <h2 id={`rule-${group.rule}`}>
      {group.title} · {group.inAll}
    </h2>
    <p>
      {group.wrong} <b>{group.toDo}</b>
    </p>
    {group.federal === null ? null : <p className="soft">{group.federal}</p>}
    {group.notListed === null ? null : <p className="soft">{group.notListed}</p>}
    <Measures measures={group.measures} />
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
    <section className="table-scroll" aria-label={`Records: ${group.title}`} tabIndex={0}>
      <table className="table table-wide table-stacks">
        <thead>
          <tr>
            <th scope="col">Record</th>
            <th scope="col">Field</th>
            <th scope="col">Where</th>
            <th scope="col">How it stands</th>
            <th scope="col">
              <span className="visually-hidden">Say</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <Row key={row.id} row={row} search={search} />
          ))}
        </tbody>
      </table>
    </section>
  </section>
);
