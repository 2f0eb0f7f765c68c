import type { TwinTable } from './drawn-chart.ts';

/** The numbers behind a picture. Wide tables scroll inside themselves, with the keyboard too. */
export const TwinTableView = ({ table }: { table: TwinTable }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-scroll" aria-label={table.caption} tabIndex={0}>
    <table className="table">
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.label} scope="col" className={column.isNumber ? 'number' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, place) => {
              const column = table.columns[place];
              return place === 0 ? (
                <th key={column?.label} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column?.label} className={column?.isNumber ? 'number' : undefined}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
