import type { AuditRow } from './audit-view.ts';

const Row = ({ row, linkTo }: { row: AuditRow; linkTo: (name: string, value: string) => string }) => (
  <tr>
    <th scope="row">{row.at}</th>
    <td data-label="Who">{row.who}</td>
    <td data-label="What">
      <div>
        <a href={linkTo('event', row.event)}>{row.what}</a>
        {row.details === '' ? null : <div className="soft small">{row.details}</div>}
      </div>
    </td>
    <td data-label="About">
      {row.isPerson ? row.subject : <a href={linkTo('subject', row.subject)}>{row.subject}</a>}
    </td>
    <td data-label="Because">
      <a href={linkTo('permission', row.because)}>{row.because}</a>
    </td>
  </tr>
);

interface AuditTableProps {
  readonly rows: readonly AuditRow[];
  /** The address with this one thing searched for besides. */
  readonly linkTo: (name: string, value: string) => string;
}

/** Each event, subject and permission leads to the others of its kind. */
export const AuditTable = ({ rows, linkTo }: AuditTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-scroll" aria-label="Entries" tabIndex={0}>
    <table className="table table-wide table-stacks audit-table">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">About</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} linkTo={linkTo} />
        ))}
      </tbody>
    </table>
  </section>
);
