import type { RecordRow } from './records-view.ts';

interface RecordTableProps {
  readonly rows: readonly RecordRow[];
  readonly caption: string;
}

/** One record a row; on a phone each is a short list of its own. */
export const RecordTable = ({ rows, caption }: RecordTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-scroll" aria-label="Records" tabIndex={0}>
    <table className="table table-wide table-stacks">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Pseudonym or id</th>
          <th scope="col">Month</th>
          <th scope="col">Age</th>
          <th scope="col">County</th>
          <th scope="col">Unit</th>
          <th scope="col">Counted</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a child can stand in a list several times
          <tr key={place}>
            <th scope="row">
              <code>{row.subject}</code>
            </th>
            <td data-label="Month">{row.month}</td>
            <td data-label="Age">{row.ageBand}</td>
            <td data-label="County">{row.county}</td>
            <td data-label="Unit">{row.unit}</td>
            <td data-label="Counted">{row.counted}</td>
            <td data-label="Why">{row.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
