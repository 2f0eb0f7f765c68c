import type { Preview } from './previews-view.ts';

const PreviewTable = ({ preview }: { preview: Preview }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-scroll" aria-label={preview.caption} tabIndex={0}>
    <table className="table">
      <caption>{preview.caption}</caption>
      <thead>
        <tr>
          {preview.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={preview.columns[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

export const Previews = ({ previews }: { previews: readonly Preview[] }) => (
  <section className="section" aria-labelledby="preview">
    <h2 id="preview">The first rows as they will be</h2>
    {previews.map((preview) => (
      <PreviewTable key={preview.caption} preview={preview} />
    ))}
  </section>
);
