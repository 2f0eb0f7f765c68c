import type { MeasurePageData } from './measure-page.tsx';

const directions = {
  up: 'Higher is better.',
  down: 'Lower is better.',
  neither: 'Neither way is better by itself.',
} as const;

const followUpText = ({ months, days }: { months: number; days: number }): string => {
  if (months > 0) return `A figure is final ${months} months after its window ends.`;
  return days > 0
    ? `A figure is final ${days} days after its window ends.`
    : 'A figure is final when its window ends.';
};

const Settings = ({ page }: { page: MeasurePageData }) => (
  <details className="fold">
    <summary>Settings</summary>
    {page.view.definition.settings.length === 0 ? <p>This measure has no settings.</p> : null}
    <dl className="facts">
      {page.view.definition.settings.map((setting) => (
        <div key={setting.name} className="fact">
          <dt>
            <code>
              {setting.name} = {setting.value}
            </code>
          </dt>
          <dd>
            {setting.words}
            {setting.isChoice ? ' Our choice, where the source is silent.' : ''}
          </dd>
        </div>
      ))}
    </dl>
  </details>
);

const DroppedRecords = ({ page }: { page: MeasurePageData }) => (
  <details className="fold">
    <summary>Records left out</summary>
    <p>
      Episodes of the whole data version that fail a record check, each under the first that it fails. They
      act neither as entries nor as exits.
    </p>
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col" className="number">
              Episodes
            </th>
          </tr>
        </thead>
        <tbody>
          {page.dropped.map((row) => (
            <tr key={row.reason}>
              <th scope="row">{row.reason}</th>
              <td className="number">{row.episodes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);

/** What the figure means, how it was made, and what was left out: beside it, always. */
export const Definition = ({ page }: { page: MeasurePageData }) => {
  const { definition } = page.view;
  return (
    <section className="section" aria-labelledby="definition">
      <details className="drawer" open>
        <summary>
          <h2 id="definition">Definition</h2>
        </summary>
        <p>
          <b>{definition.question}</b>
        </p>
        <dl className="facts">
          <dt>Counted</dt>
          <dd>{definition.numeratorInWords}</dd>
          <dt>Out of</dt>
          <dd>{definition.denominatorInWords}</dd>
          <dt>Kind</dt>
          <dd>
            {definition.kind}. {directions[definition.direction]} Shown with {page.view.partnerOf}.
          </dd>
          <dt>Final</dt>
          <dd>
            {followUpText(definition.followUp)}
            {definition.restsOnDispositions ? ' Also, at most 1% of its reports may still be pending.' : ''}
          </dd>
          {definition.ageOn === null ? null : (
            <>
              <dt>Age</dt>
              <dd>Taken on {definition.ageOn}.</dd>
            </>
          )}
          <dt>Source</dt>
          <dd>
            {definition.source}. Version {definition.version} of the definition.
          </dd>
        </dl>
        <Settings page={page} />
        <details className="fold">
          <summary>The query</summary>
          <p>
            It gives one row for each thing counted; totals, breakdowns and series are sums of these rows.
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <pre tabIndex={0}>{page.view.query}</pre>
        </details>
        <DroppedRecords page={page} />
      </details>
    </section>
  );
};
