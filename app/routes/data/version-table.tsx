import { LinkButton } from '../../ui/button.tsx';

export interface VersionRow {
  readonly number: number;
  readonly label: string;
  readonly asOf: string;
  readonly madeAt: string;
  readonly rows: string;
  readonly setAside: string;
  readonly inUse: boolean;
}

const Acts = ({ version, mayDelete }: { version: VersionRow; mayDelete: boolean }) => (
  <div className="row-actions">
    <form method="post">
      <input type="hidden" name="version" value={version.number} />
      <LinkButton name="act" value="use">
        Use<span className="visually-hidden"> version {version.number}</span>
      </LinkButton>
    </form>
    {mayDelete ? <a href={`/data/versions/${version.number}#delete`}>Delete</a> : null}
  </div>
);

export const VersionTable = ({
  versions,
  mayDelete,
}: {
  versions: readonly VersionRow[];
  mayDelete: boolean;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-scroll" aria-label="Data versions" tabIndex={0}>
    <table className="table table-wide table-stacks">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">From</th>
          <th scope="col">As of</th>
          <th scope="col">Made</th>
          <th scope="col" className="number">
            Rows
          </th>
          <th scope="col" className="number">
            Set aside
          </th>
          <th scope="col">Use</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.number}>
            <th scope="row">
              <a href={`/data/versions/${version.number}`}>Version {version.number}</a>
            </th>
            <td data-label="From">{version.label}</td>
            <td data-label="As of">{version.asOf}</td>
            <td data-label="Made">{version.madeAt}</td>
            <td className="number" data-label="Rows">
              {version.rows}
            </td>
            <td className="number" data-label="Set aside">
              {version.setAside}
            </td>
            <td>
              {version.inUse ? (
                <span className="in-use">In use</span>
              ) : (
                <Acts version={version} mayDelete={mayDelete} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
